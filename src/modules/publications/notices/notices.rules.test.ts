import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { faultsOfCatalogue } from '../../../../scripts/checks/catalogues.ts';
import { boardCursor, readBoardCursor } from './cursor.rules.ts';
import { deskMessages } from './desk.messages.ts';
import { noticeLife } from './life-cycle.rules.ts';
import { anAuthor } from './notice.factory.ts';
import { lineOf, movesOpenTo } from './notice.policy.ts';
import { boardAreas, hangsFrom } from './notice-days.rules.ts';
import { escapeXml, feedXml } from './notice-feed.rules.ts';
import { hasNoIdentity, hasNoMarkup, paragraphsOf, summaryOf } from './notice-text.rules.ts';
import { noticeMessages } from './notices.messages.ts';

it('the life cycle leaves nothing stuck, and the README draws it as it is', () => {
  expect(noticeLife.faults()).toEqual([]);
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(noticeLife.mermaid());
});

it.each([
  ['PARTY_COMMITTEE', 'party'],
  ['RESIDENTS_COMMITTEE', 'residents'],
  ['SERVICE_STATION', 'government'],
  ['STATION_GROUP', 'government'],
  ['SUBDISTRICT_OFFICE', 'government'],
  ['DEPARTMENT', 'government'],
  ['PROPERTY_COMPANY', null],
  ['constructor', null],
  [null, null],
])('%s writes on the line %s', (kind, line) => {
  expect(lineOf(kind)).toBe(line);
});

it('no other line’s body moves a notice, whatever its state', () => {
  const of = (kind: string) => anAuthor('320105001001', kind);
  const { account, rootOrganisation, area } = of('RESIDENTS_COMMITTEE');
  const author = {
    account: account ?? '',
    appointment: null,
    post: null,
    kind: 'RESIDENTS_COMMITTEE',
    area: area.lo,
    organisation: rootOrganisation ?? '',
  };
  for (const state of noticeLife.states) {
    const notice = { state, area: '320105001001', line: 'residents', author } as const;
    for (const kind of ['PARTY_COMMITTEE', 'SERVICE_STATION', 'SUBDISTRICT_OFFICE'])
      expect(movesOpenTo(of(kind), notice)).toEqual([]);
  }
});

describe('text', () => {
  it('parts into paragraphs and web addresses', () => {
    expect(paragraphsOf('\r\n一\r\n二\n \n\n看https://a.cn/b_(c)?d=1，(http://x.cn/).\n')).toEqual([
      [{ text: '一\n二' }],
      [
        { text: '看' },
        { text: 'https://a.cn/b_(c)?d=1', href: 'https://a.cn/b_(c)?d=1' },
        { text: '，(' },
        { text: 'http://x.cn/', href: 'http://x.cn/' },
        { text: ').' },
      ],
    ]);
  });

  it.each(['javascript:alert(1)', 'https://', 'https://?x', 'data:text/html,x', 'ftp://a.cn'])(
    'makes no link of %s',
    (text) => {
      expect(paragraphsOf(text)).toEqual([[{ text }]]);
    },
  );

  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab。(https://x.cn?&)\n ') }), (text) => {
        const shown = paragraphsOf(text).flatMap((spans) => spans.map((span) => span.text));
        expect(shown.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it.each([
    ['<script>', false],
    ['</p>', false],
    ['<!-- x', false],
    ['<!DOCTYPE html>', false],
    ['3 < 5 且 7 > 6', true],
    ['a<b', true],
  ])('%s is free of markup: %s', (text, isFree) => {
    expect(hasNoMarkup(text)).toBe(isFree);
  });

  it('finds identity numbers, not other long numbers', () => {
    expect(hasNoIdentity('号码 320105198001011234')).toBe(false);
    expect(hasNoIdentity('账号 6222021980010112345、电话 02586636663')).toBe(true);
  });

  it('is cut for a list between characters', () => {
    expect(summaryOf('😀'.repeat(81))).toBe(`${'😀'.repeat(80)}…`);
  });
});

it('a first day ahead begins at midnight of the district', () => {
  const now = new Date('2026-03-02T01:00:00Z');
  const today = plainDateOf('2026-03-02');
  const from = (day: string | null) =>
    hangsFrom({ publishFrom: day === null ? null : plainDateOf(day), expiresOn: null }, today, now);
  expect(from('2026-03-05')).toEqual({
    publishFrom: '2026-03-05',
    shownAt: new Date('2026-03-04T16:00:00Z'),
    isShown: false,
  });
  expect(from('2026-02-01')).toEqual({ publishFrom: today, shownAt: now, isShown: true });
  expect(from(null)).toEqual({ publishFrom: today, shownAt: now, isShown: true });
});

it('a board takes in what hangs above it', () => {
  expect(boardAreas('320105001001')).toEqual(['320105001001', '320105001000', '320105000000']);
  expect(boardAreas('320105001000')).toEqual(['320105001000', '320105000000']);
  expect(boardAreas('320105000000')).toEqual(['320105000000']);
});

it('a cursor comes back as it went, and a forged one begins at the beginning', () => {
  const last = { isPinned: true, shownAt: new Date(1_700_000_000_123), number: '26000000001' };
  expect(readBoardCursor(boardCursor(last))).toEqual(last);
  for (const text of ['', '1-2', "1-1-26000000001'--", undefined])
    expect(readBoardCursor(text)).toBeNull();
});

describe('the feed', () => {
  it('writes nothing that XML cannot hold', () => {
    expect(escapeXml('a\u0000\u000b\ufffe\ud800<b>&"\'😀')).toBe('a&lt;b&gt;&amp;&quot;&apos;😀');
  });

  it('of an empty board says when it was empty', () => {
    const xml = feedXml({
      district: 'jianye',
      area: '320105001001',
      title: '公告',
      lang: 'zh',
      publicUrl: 'https://x.example.cn',
      emptySince: new Date('2026-03-01T16:00:00Z'),
      entries: [],
    });
    expect(xml).toContain('<updated>2026-03-01T16:00:00.000Z</updated>');
    expect(xml).toContain('href="https://x.example.cn/c/320105001001/notices.atom"');
  });
});

it('words are there in both languages', () => {
  expect(faultsOfCatalogue(noticeMessages.zh, noticeMessages.en)).toEqual([]);
  expect(faultsOfCatalogue(deskMessages.zh, deskMessages.en)).toEqual([]);
});
