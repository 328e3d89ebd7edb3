import type { Db } from '#kernel/db/client.ts';
import { prepare } from '#kernel/db/prepare.ts';
import type { World } from '#kernel/world.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import type { RuleBook } from '#modules/rulebook/pure.ts';
import { type FoundCase, findCase, idOf } from './case.queries.ts';

type ByNumber = { readonly number: string };

const REPORTER = ['name', 'telephone', 'onBehalfOf', 'relation', 'language'] as const;

const reporterByNumber = prepare<ByNumber>()((db, at) =>
  db
    .selectFrom('matterReporter')
    .select(REPORTER)
    .where('matterId', '=', idOf(db, at('number'))),
);

/** Look-ups, not events. */
const NOT_OF_THE_STORY = ['view_contact'];

/** The journal's rows of one matter, oldest first: its timeline. */
const timelineByNumber = prepare<ByNumber>()((db, at) =>
  db
    .selectFrom('journal')
    .select(['occurredAt', 'verb', 'organisation', 'codes', 'isPublic'])
    .where('subjectId', '=', idOf(db, at('number')))
    .where('verb', 'not in', NOT_OF_THE_STORY)
    .orderBy('occurredAt')
    .orderBy('id'),
);

const filesByNumber = prepare<ByNumber>()((db, at) =>
  db
    .selectFrom('matterFile')
    .innerJoin('file', 'file.id', 'matterFile.fileId')
    .select(['file.id', 'matterFile.part', 'file.mediaType'])
    .where('matterFile.matterId', '=', idOf(db, at('number')))
    .orderBy('matterFile.part')
    .orderBy('matterFile.position'),
);

/** A matter with all that a page shows of it, and the rules it lives under. */
export type WholeMatter = FoundCase & {
  readonly book: RuleBook;
  readonly reporter: Awaited<ReturnType<typeof findReporter>>;
  readonly timeline: Awaited<ReturnType<typeof timelineByNumber>>;
  readonly files: Awaited<ReturnType<typeof filesByNumber>>;
};

/** One turn, whatever hangs on the matter. */
export async function findWholeMatter(
  world: World,
  db: Db,
  number: string,
): Promise<WholeMatter | undefined> {
  const [book, found, [reporter], timeline, files] = await Promise.all([
    readRulebook(world, db),
    findCase(db, number),
    reporterByNumber(db, { number }),
    timelineByNumber(db, { number }),
    filesByNumber(db, { number }),
  ]);
  return found && { ...found, book, reporter, timeline, files };
}

export async function findReporter(db: Db, id: string) {
  return db
    .selectFrom('matterReporter')
    .select(REPORTER)
    .where('matterId', '=', id)
    .executeTakeFirst();
}

export async function findNumber(db: Db, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('matter')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.number ?? null;
}
