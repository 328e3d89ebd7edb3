/** @jsxImportSource hono/jsx */
import { describe, expect, it } from 'vitest';
import { SafeLink, safeHref } from './safe-link.tsx';

describe('safeHref', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'tel:+8602500000118',
    'mailto:a@example.org',
    '/c/320105001001',
    '?after=3',
    '#text',
    'notice/3',
  ])('lets %s through', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
  ])('refuses %j', (href) => {
    expect(safeHref(href)).toBeUndefined();
  });

  it('shows a refused address as text, and escapes what is in it', async () => {
    const html = String(await (<SafeLink href="javascript&#58;alert(1)">{'<b>x</b>'}</SafeLink>));
    expect(html).toBe('<span>&lt;b&gt;x&lt;/b&gt;</span>');
  });
});
