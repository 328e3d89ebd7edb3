import { z } from 'zod';
import { scopeOf } from '#kernel/db/scope.ts';
import { fileRoutePart } from '#kernel/files/file-response.ts';
import { readForm } from '#kernel/http/forms.ts';
import { definePage, type Page, type Redirect, type Request } from '#kernel/http/route.ts';
import { AppError, notFound } from '#kernel/pure/errors.ts';
import { type Language, textOf } from '#kernel/pure/messages.ts';
import { parseNumber } from '#kernel/pure/numbers.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { Fault } from '#kernel/views/index.ts';
import { rulesFor } from '../../matters/rules-for.rules.ts';
import { findWholeMatter } from '../../matters/view.queries.ts';
import { matterMessages } from '../../matters.messages.ts';
import { areaShown } from '../at-place.ts';
import { dayOfInstant } from '../when.rules.ts';
import { actAsReporter, type ReporterAct, reporterByToken } from './act-as-reporter.ts';
import { reporterActs } from './matter-shown.rules.ts';
import { openByCode } from './open-by-code.ts';
import { showOnPortal } from './show-on-portal.ts';
import { ratingForm, trackForm, wordForm } from './track.contract.ts';
import { trackMessages } from './track.messages.ts';
import { TrackForm, TrackPage } from './track.portal.tsx';
import { findNumberOf } from './track.queries.ts';

const open = { face: 'public', capability: null } as const;
const byToken = z.object({ token: z.string().max(200) });
const aToken = (fixture: (name: string) => string) => ({
  params: { token: fixture('matter.token') },
});

function formPage(
  lang: Language,
  number: string,
  faults: readonly Fault[] = [],
  status: 422 | 429 = 422,
): Page {
  return {
    title: trackMessages[lang].title,
    body: TrackForm({ lang, number, faults }),
    section: 'track',
    options: { hasErrors: faults.length > 0 },
    ...(faults.length > 0 ? { status } : {}),
  };
}

const ask = definePage({
  ...open,
  path: '/track',
  sample: () => ({}),
  handle: async ({ lang }) => formPage(lang, ''),
});

const look = definePage({
  ...open,
  method: 'post',
  path: '/track',
  perMinute: 15,
  sample: () => ({ body: { number: '26000000000', code: '000000' } }),
  handle: async ({ world, lang, body, peer }): Promise<Page | Redirect> => {
    const t = trackMessages[lang];
    const typed = String(body.get('number') ?? '');
    const form = readForm(trackForm, body);
    const number = parseNumber(form.value?.number ?? '');
    if (!form.value || isRefusal(number))
      return formPage(lang, typed, [{ field: 'number', text: t.numberFault }]);
    const opened = await openByCode(world, number, form.value.code.replace(/\D/g, ''), peer);
    if ('token' in opened) return { to: `/t/${opened.token}` };
    return 'minutes' in opened
      ? formPage(lang, typed, [{ field: 'code', text: t.tooMany(opened.minutes) }], 429)
      : formPage(lang, typed, [{ field: 'code', text: t.notFound }]);
  },
});

type Holding = Request<{ token: string }, unknown, FormData>;

async function trackPage(
  { world, lang, params }: Pick<Holding, 'world' | 'lang' | 'params'>,
  faults: readonly Fault[] = [],
): Promise<Page> {
  const reporter = reporterByToken(world, params.token);
  const base = `/t/${params.token}`;
  return world.database.withReadScope(scopeOf(reporter), async (db): Promise<Page> => {
    const number = await findNumberOf(db, reporter.subject);
    const whole = number === undefined ? undefined : await findWholeMatter(world, db, number);
    if (!whole) throw notFound('matter');
    const { case: c } = whole.stored;
    const { matter } = c;
    const area = await areaShown(world, db, matter.area, lang);
    const view = await showOnPortal(world, db, reporter, whole, {
      lang,
      files: `${base}/files`,
      isReporter: true,
      areaName: area.name,
    });
    const { checking } = rulesFor(whole.book, matter);
    const acts = reporterActs(c, world.clock.now(), checking, (at) => dayOfInstant(lang, at));
    return {
      title: trackMessages[lang].matterTitle(view.number),
      body: TrackPage({ view, acts, base, faults }),
      place: area.place,
      section: 'track',
      options: { unlisted: true, hasErrors: faults.length > 0 },
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    };
  });
}

const show = definePage({
  ...open,
  path: '/t/{token}',
  params: byToken,
  sample: aToken,
  handle: (request) => trackPage(request),
});

const ACTS = ['word', 'rating', 'check', 'withdrawal', 'reopening', 'split'] as const;

const act = definePage({
  ...open,
  method: 'post',
  path: '/t/{token}/{act}',
  params: byToken.extend({ act: z.enum(ACTS) }),
  perMinute: 30,
  sample: (fixture) => ({
    params: { token: fixture('matter.token'), act: 'withdrawal' },
    body: {},
  }),
  handle: async (request): Promise<Page | Redirect> => {
    const { world, params, lang } = request;
    const reporter = reporterByToken(world, params.token);
    const given = actOf(params.act, request.body);
    if (given === null) {
      const field = params.act === 'word' ? 'solved' : 'rating';
      return trackPage(request, [{ field, text: trackMessages[lang].faults.choose }]);
    }
    const number = await world.database.withReadScope(scopeOf(reporter), (db) =>
      findNumberOf(db, reporter.subject),
    );
    try {
      await actAsReporter(world, reporter, number ?? '', given);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'refused') throw error;
      const text = textOf(matterMessages[lang].refusals, error.reason);
      return trackPage(request, [{ field: 'main', text }]);
    }
    return { to: `/t/${params.token}` };
  },
});

/** What a form says; null where nothing was chosen. */
function actOf(kind: (typeof ACTS)[number], body: FormData): ReporterAct | null {
  if (kind === 'word') {
    const { value } = readForm(wordForm, body);
    return value && { act: 'word', solved: value.solved === 'yes', rating: value.rating ?? null };
  }
  if (kind === 'rating') {
    const { value } = readForm(ratingForm, body);
    return value && { act: 'rating', rating: value.rating };
  }
  return { act: kind };
}

const file = definePage({
  ...open,
  path: '/t/{token}/files/{id}',
  params: byToken.extend({ id: z.uuid() }),
  sample: (fixture) => ({ params: { token: fixture('matter.token'), id: fixture('file.own') } }),
  handle: async ({ world, params, headers }) =>
    fileRoutePart(world, reporterByToken(world, params.token), params.id, headers),
});

export const trackRoutes = [ask, look, show, act, file];
