import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicScope, scopeOf, systemScope } from '#kernel/db/scope.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { openTestWorld, TEST_NOW, type TestWorld } from '../../../../test/world.ts';
import { aCommunity } from '../../territory/territory.factory.ts';
import { correctNotice } from './correct-notice.ts';
import { editNotice } from './edit-notice.ts';
import { latestNotices } from './latest-notices.ts';
import { aDraft, aNotice, anAuthor } from './notice.factory.ts';
import { findNotice, listVersions } from './notice.queries.ts';
import type { Notice } from './notice.types.ts';
import { passNoticeDays } from './pass-notice-days.ts';
import { publishNotice } from './publish-notice.ts';
import { withdrawNotice } from './withdraw-notice.ts';
import { writeNotice } from './write-notice.ts';

const HERE = '320105903001';
const NEXT_DOOR = '320105903002';
const ABOVE = '320105903000';
const author = anAuthor(HERE);
const neighbour = anAuthor(NEXT_DOOR);
const day = plainDateOf;
let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld();
  await aCommunity(world, { code: HERE });
  await aCommunity(world, { code: NEXT_DOOR });
});
afterAll(() => world.close());
beforeEach(() => world.setNow(TEST_NOW));

const seenByPublic = (number: string) =>
  world.database.withReadScope(publicScope, (db) => findNotice(db, number));

async function journalOf(notice: Pick<Notice, 'id'>) {
  const { rows } = await world.test.ownerPool.query(
    'select verb, face, is_public, codes from journal where subject_id = $1 order by id',
    [notice.id],
  );
  return rows;
}

const textOf = ({ title, body, isPinned, expiresOn }: Notice) => ({
  title,
  body,
  isPinned,
  expiresOn,
});

describe('writing', () => {
  it('makes a draft on the line of the organisation, seen by staff of the area only', async () => {
    const draft = await aDraft(world, author);
    expect(draft).toMatchObject({ line: 'residents', state: 'DRAFT', version: 0, revision: 1 });
    expect(draft.number).toMatch(/^26\d{9}$/);
    expect(await seenByPublic(draft.number)).toBeUndefined();
    const read = (scope: typeof publicScope) =>
      world.database.withReadScope(scope, (db) => findNotice(db, draft.number));
    expect(await read(scopeOf(author))).toEqual(draft);
    expect(await read(scopeOf(neighbour))).toBeUndefined();
    expect(await journalOf(draft)).toMatchObject([{ verb: 'write', is_public: false }]);
  });

  it('answers the same key with the same draft, and another text under it with a refusal', async () => {
    const command = {
      area: HERE,
      title: '题目',
      body: '正文',
      isPinned: false,
      publishFrom: null,
      expiresOn: null,
    };
    const [first, second] = await Promise.all([
      writeNotice(world, author, command, 'key-1'),
      writeNotice(world, author, command, 'key-1'),
    ]);
    expect(second.number).toBe(first.number);
    const other = writeNotice(world, author, { ...command, title: '别的' }, 'key-1');
    await expect(other).rejects.toMatchObject({ reason: 'idempotency_key_reused' });
  });

  it('is refused outside the area (404), without a line, without the verb', async () => {
    await expect(aDraft(world, author, { area: NEXT_DOOR })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(aDraft(world, anAuthor(HERE, 'PROPERTY_COMPANY'))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(aDraft(world, anAuthor(HERE, 'SERVICE_STATION', {}))).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it.each([
    [{ publishFrom: day('2026-03-01') }, 'publishFrom', 'first_day_past'],
    [{ expiresOn: day('2026-03-01') }, 'expiresOn', 'last_day_past'],
    [
      { publishFrom: day('2026-03-09'), expiresOn: day('2026-03-08') },
      'expiresOn',
      'last_day_before_first',
    ],
  ])('refuses days %o', async (days, field, code) => {
    await expect(aDraft(world, author, days)).rejects.toMatchObject({ fields: [{ field, code }] });
  });
});

describe('editing', () => {
  it('changes a draft that was looked at, and nothing that was changed since', async () => {
    const draft = await aDraft(world, author);
    const command = { ...draft, title: '改期', revision: 1 };
    expect(await editNotice(world, author, command)).toMatchObject({ title: '改期', revision: 2 });
    await expect(editNotice(world, author, command)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('does not touch what hangs', async () => {
    const notice = await aNotice(world, author);
    await expect(editNotice(world, author, notice)).rejects.toMatchObject({
      reason: 'no_such_move',
    });
  });
});

describe('publishing', () => {
  it('shows it to everybody and keeps the text', async () => {
    const notice = await aNotice(world, author);
    expect(notice).toMatchObject({ state: 'PUBLISHED', isShown: true, version: 1 });
    expect(await seenByPublic(notice.number)).toMatchObject({ title: '停水通知' });
    expect(await journalOf(notice)).toMatchObject([
      { verb: 'write' },
      { verb: 'publish', is_public: true, codes: { line: 'residents', version: 1 } },
    ]);
  });

  it('waits for its first day, and ends after its last', async () => {
    const days = { publishFrom: day('2026-03-04'), expiresOn: day('2026-03-05') };
    const { number, id } = await aNotice(world, author, days);
    await passNoticeDays(world);
    expect(await seenByPublic(number)).toBeUndefined();
    world.setNow('2026-03-03T16:00:00Z'); // midnight of the 4th in Nanjing
    expect(await passNoticeDays(world)).toBe(1);
    expect(await passNoticeDays(world)).toBe(0);
    expect(await seenByPublic(number)).toMatchObject({ isShown: true });
    world.setNow('2026-03-05T15:59:59Z');
    expect(await passNoticeDays(world)).toBe(0);
    world.setNow('2026-03-05T16:00:00Z');
    const open = await world.database.withReadScope(publicScope, (db) =>
      latestNotices(db, HERE, world.clock.now(), 100),
    );
    expect(open.map((card) => card.number)).not.toContain(number);
    expect(await passNoticeDays(world)).toBe(1);
    expect(await seenByPublic(number)).toBeUndefined();
    expect((await journalOf({ id })).map((row) => [row.verb, row.face])).toEqual([
      ['write', 'staff'],
      ['publish', 'staff'],
      ['appear', 'system'],
      ['expire', 'system'],
    ]);
  });

  it('refuses a draft whose last day passed on the desk', async () => {
    const draft = await aDraft(world, author, { expiresOn: day('2026-03-02') });
    world.setNow('2026-03-03T01:00:00Z');
    await expect(publishNotice(world, author, draft)).rejects.toMatchObject({
      reason: 'last_day_past',
    });
  });

  it('happens once when two press at once', async () => {
    const draft = await aDraft(world, author);
    const both = await Promise.allSettled([
      publishNotice(world, author, draft),
      publishNotice(world, author, draft),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await journalOf(draft)).toHaveLength(2);
  });

  it('is for the line’s own body or the one above it', async () => {
    const draft = await aDraft(world, author);
    const party = anAuthor(HERE, 'PARTY_COMMITTEE');
    await expect(publishNotice(world, party, draft)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(publishNotice(world, neighbour, draft)).rejects.toMatchObject({
      code: 'not_found',
    });
    const writer = { ...author, verbs: { 'notice.write': 'area' as const } };
    await expect(publishNotice(world, writer, draft)).rejects.toMatchObject({ code: 'forbidden' });
    const office = anAuthor(ABOVE, 'SUBDISTRICT_OFFICE');
    const station = anAuthor(HERE, 'SERVICE_STATION');
    const fromStation = await aDraft(world, station);
    expect(await publishNotice(world, office, fromStation)).toMatchObject({ state: 'PUBLISHED' });
    const fromOffice = await aDraft(world, office, { area: HERE });
    await expect(publishNotice(world, station, fromOffice)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('correcting', () => {
  it('is a new version; the earlier text is kept, away from the public', async () => {
    const notice = await aNotice(world, author);
    const corrected = await correctNotice(world, author, {
      ...textOf(notice),
      number: notice.number,
      revision: notice.revision,
      body: '周五九点到十二点停水。',
      correction: '原写周四，应为周五。',
    });
    expect(corrected).toMatchObject({ version: 2, revision: 3, correctedAt: new Date(TEST_NOW) });
    expect(await seenByPublic(notice.number)).toMatchObject({ correction: '原写周四，应为周五。' });
    const versions = (scope: typeof publicScope) =>
      world.database.withReadScope(scope, (db) => listVersions(db, notice.id));
    expect((await versions(scopeOf(author))).map((one) => one.body)).toEqual([
      notice.body,
      '周五九点到十二点停水。',
    ]);
    expect(await versions(publicScope)).toEqual([]);
    expect(await versions(scopeOf(neighbour))).toEqual([]);
  });

  it('needs a change, a last day ahead, and the text that hangs', async () => {
    const notice = await aNotice(world, author);
    const same = { ...notice, correction: '无' };
    await expect(correctNotice(world, author, same)).rejects.toMatchObject({
      reason: 'nothing_corrected',
    });
    const past = { ...same, expiresOn: day('2026-03-01') };
    await expect(correctNotice(world, author, past)).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      correctNotice(world, author, { ...same, title: '新', revision: 1 }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(correctNotice(world, neighbour, { ...same, title: '新' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('taking down', () => {
  it('hides it at once, with a reason', async () => {
    const { number } = await aNotice(world, author);
    await expect(withdrawNotice(world, author, { number, reason: ' ' })).rejects.toMatchObject({
      fields: [{ field: 'reason', code: 'required' }],
    });
    await expect(
      withdrawNotice(world, neighbour, { number, reason: '误发' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(await withdrawNotice(world, author, { number, reason: '误发' })).toMatchObject({
      state: 'WITHDRAWN',
      withdrawal: '误发',
    });
    expect(await seenByPublic(number)).toBeUndefined();
  });

  it('of a draft needs none', async () => {
    const { number } = await aDraft(world, author);
    expect(await withdrawNotice(world, author, { number, reason: null })).toMatchObject({
      state: 'WITHDRAWN',
    });
  });
});

describe('the second fence', () => {
  it('keeps a neighbour from changing what he can read, and everybody from deleting', async () => {
    const { id } = await aNotice(world, author);
    const tried = await world.database.withScope(scopeOf(neighbour), (tx) =>
      tx.updateTable('notice').set({ title: 'x' }).where('id', '=', id).executeTakeFirst(),
    );
    expect(tried.numUpdatedRows).toBe(0n);
    const deleting = world.database.withScope(systemScope, (tx) =>
      tx.deleteFrom('notice').where('id', '=', id).execute(),
    );
    await expect(deleting).rejects.toThrow('permission denied');
  });
});
