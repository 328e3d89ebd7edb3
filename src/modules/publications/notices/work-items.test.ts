import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { openTestWorld, type TestWorld } from '../../../../test/world.ts';
import { aCommunity } from '../../territory/territory.factory.ts';
import { editNotice } from './edit-notice.ts';
import { aDraft, anAuthor } from './notice.factory.ts';
import type { Notice } from './notice.types.ts';
import { publishNotice } from './publish-notice.ts';
import { withdrawNotice } from './withdraw-notice.ts';

const HERE = '320105903001';
const author = anAuthor(HERE);
let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld();
  await aCommunity(world, { code: HERE });
});
afterAll(() => world.close());

/** What the author's body finds on Today about a notice. */
async function waiting({ id }: Pick<Notice, 'id'>) {
  const { rows } = await world.test.ownerPool.query(
    'select organisation, verb, title, due_at, link from worklist_item where subject_id = $1',
    [id],
  );
  return rows;
}

describe('a draft', () => {
  it('waits on its body’s Today, by its present title, until it is posted or taken off the desk', async () => {
    const draft = await aDraft(world, author, { publishFrom: plainDateOf('2026-12-24') });
    expect(await waiting(draft)).toMatchObject([
      {
        organisation: author.rootOrganisation,
        verb: 'notice.publish',
        title: draft.title,
        due_at: new Date('2026-12-24T00:00:00+08:00'),
        link: `/notices/${draft.number}`,
      },
    ]);
    const edited = await editNotice(world, author, { ...draft, title: '新的题目' });
    expect(await waiting(draft)).toMatchObject([{ title: '新的题目' }]);
    await publishNotice(world, author, edited);
    expect(await waiting(draft)).toEqual([]);
    const other = await aDraft(world, author);
    expect(await waiting(other)).toHaveLength(1);
    await withdrawNotice(world, author, { number: other.number, reason: null });
    expect(await waiting(other)).toEqual([]);
  });
});
