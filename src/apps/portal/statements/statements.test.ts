import { describe, expect, it } from 'vitest';
import { renderErrorPage } from '../error-page.tsx';
import { aContext, someFacts } from '../kit-context.factory.ts';
import { howWeCountText } from './how-we-count.messages.ts';
import { statementPages } from './pages.ts';
import type { Statement } from './statement.tsx';

/** Sections, their anchors, and how many paragraphs and points each has. */
const shapeOf = (statement: Statement) =>
  statement.sections.map(({ id, text, list }) => ({ id, text: text?.length, list: list?.length }));

describe.each(statementPages)('$path', ({ text }) => {
  it('says as much in English as in Chinese', () => {
    expect(shapeOf(text.en(someFacts('en')))).toEqual(shapeOf(text.zh(someFacts('zh'))));
  });

  it('neither shouts nor uses the wrong word for a matter', () => {
    const both = JSON.stringify([text.zh(someFacts('zh')), text.en(someFacts('en'))]);
    expect(both).not.toMatch(/[!！]|办件|事项/u);
  });
});

describe('how we count', () => {
  it('has an anchor for every figure a page links to', () => {
    const ids = howWeCountText.zh(someFacts('zh')).sections.map((section) => section.id);
    for (const id of [
      'received',
      'solved-in-time',
      'solved-later',
      'unsolved',
      'unconfirmed',
      'open',
      'answered',
      'other',
      'rating',
      'overdue',
    ])
      expect(ids).toContain(id);
  });
});

describe('an error page', () => {
  it.each([401, 403, 404, 409, 410, 413, 422, 429, 500, 503])(
    'tells %i in both languages',
    async (status) => {
      for (const lang of ['zh', 'en'] as const) {
        const html = await renderErrorPage(aContext({ lang }), { status, incident: 'i-1' });
        expect(html).toContain('i-1');
        expect(html).not.toContain('undefined');
      }
    },
  );

  it('tells a status it has no text for as its kind', async () => {
    const html = await renderErrorPage(aContext({ lang: 'en' }), { status: 502 });
    expect(html).toContain('Something went wrong on our side');
  });

  it('says that the draft is kept when there is one', async () => {
    const html = await renderErrorPage(aContext({ lang: 'en' }), { status: 500, draft: true });
    expect(html).toContain('kept as a draft');
  });

  it('escapes what the address bar holds', async () => {
    const html = await renderErrorPage(aContext({ path: '/"><script>x</script>' }), {
      status: 500,
    });
    expect(html).not.toContain('<script>x');
  });
});
