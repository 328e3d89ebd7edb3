import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { defineDownload, defineRoute, type Request, type Route } from '#kernel/http/route.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { Language } from '#kernel/pure/messages.ts';
import {
  firstLongJobFaults,
  listLongJobs,
  type longJobView,
  readLongJob,
  readLongJobFaults,
} from './progress.contract.ts';
import { progressMessages } from './progress.messages.ts';
import { listRowFaults, type RowFault } from './progress.ts';
import type { JobDefinition, JobWords } from './run-jobs.ts';

const PAGE = 5_000;
const FIRST = 200;
/** Excel takes a file for UTF-8 only with this. */
const BYTE_ORDER_MARK = '\ufeff';

const sample = (fixture: (name: string) => string) => ({ params: { id: fixture('long-job') } });

/**
 * The routes by which a page shows long work, in the words of its job, to staff in whose area it runs: who began it, and
 * who holds its job's verb, where it has one. To others it isn't there.
 */
export function progressRoutes(jobs: readonly JobDefinition<never>[]): Route[] {
  const words = new Map(jobs.flatMap(({ name, words }) => (words ? [[name, words]] : [])));
  const findJob = ({ world, actor, params }: AboutJob) =>
    world.database.withReadScope(scopeOf(actor), (db) =>
      getLongJob(db, params.id, { actor, kinds: kindsOpenTo(actor, jobs) }),
    );
  const staff = { face: 'staff', capability: null, sample } as const;
  return [
    defineRoute(readLongJob, {
      ...staff,
      handle: async (request) => {
        const job = await findJob(request);
        return withNote(job, words.get(job.kind)?.[request.lang].codes);
      },
    }),
    defineRoute(listLongJobs, {
      ...staff,
      sample: () => ({ query: { kind: 'import.' } }),
      handle: async ({ world, actor, query, lang }) => {
        const last = await world.database.withReadScope(scopeOf(actor), (db) =>
          listLastJobs(db, query.kind, { actor, kinds: kindsOpenTo(actor, jobs) }),
        );
        return {
          jobs: last.map(({ createdAt, ...job }) => ({
            ...withNote(job, words.get(job.kind)?.[lang].codes),
            createdAt: createdAt.toISOString(),
          })),
        };
      },
    }),
    defineRoute(firstLongJobFaults, {
      ...staff,
      handle: async (request) => {
        const { kind } = await findJob(request);
        const inWords = wording(words.get(kind), request.lang);
        return { faults: (await pageOf(request, 0, FIRST)).map(inWords) };
      },
    }),
    defineDownload(readLongJobFaults, {
      ...staff,
      handle: async (request) => {
        const { id, kind } = await findJob(request);
        const texts = words.get(kind);
        const lines = streamFaults((after) => pageOf(request, after, PAGE), texts, request.lang);
        return new Response(lines, {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="faults-${id}.csv"`,
            'cache-control': 'no-store',
          },
        });
      },
    }),
  ];
}

type Texts = Readonly<Record<string, unknown>>;
type AboutJob = Pick<Request<{ id: string }, unknown, unknown>, 'world' | 'actor' | 'params'>;

const pageOf = ({ world, actor, params }: AboutJob, after: number, limit: number) =>
  world.database.withReadScope(scopeOf(actor), (db) => listRowFaults(db, params.id, after, limit));

/** Who asks, and the kinds of work that he may see whoever began it. */
type Asker = { readonly actor: Actor; readonly kinds: readonly string[] };

const kindsOpenTo = (actor: Actor, jobs: readonly JobDefinition<never>[]) =>
  jobs.filter(({ verb }) => verb === undefined || may(actor, verb)).map(({ name }) => name);

const shownJobs = (db: Db, { actor, kinds }: Asker) =>
  db
    .selectFrom('longJob')
    .where(({ eb, fn, val, or }) =>
      or([eb('kind', '=', fn.any(val([...kinds]))), eb('startedBy', '=', actor.account)]),
    );

type View = z.input<typeof longJobView>;
const SHOWN = ['id', 'kind', 'state', 'done', 'total', 'code', 'facts', 'faults'] as const;

async function getLongJob(db: Db, id: string, asker: Asker): Promise<Omit<View, 'note'>> {
  const job = await shownJobs(db, asker)
    .select(SHOWN)
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => notFound());
  return viewOf(job);
}

const LISTED = 10;

async function listLastJobs(db: Db, kind: string, asker: Asker) {
  const jobs = await shownJobs(db, asker)
    .select([...SHOWN, 'createdAt'])
    .where((where) => where.fn<boolean>('starts_with', ['kind', where.val(kind)]))
    .orderBy('createdAt', 'desc')
    .limit(LISTED)
    .execute();
  return jobs.map(({ createdAt, ...job }) => ({ ...viewOf(job), createdAt }));
}

type Stored = Omit<View, 'note' | 'state' | 'facts' | 'faultFile'> & {
  readonly state: string;
  readonly facts: unknown;
};

const viewOf = (job: Stored): Omit<View, 'note'> => ({
  ...job,
  state: job.state as View['state'],
  facts: job.facts as View['facts'],
  faultFile: job.faults > 0 ? `/api/v1/jobs/${job.id}/faults` : null,
});

const withNote = (job: Omit<View, 'note'>, texts: Texts = {}): View => ({
  ...job,
  note: asText(texts[job.code], job.facts) ?? null,
});

function asText(text: unknown, facts: Readonly<Record<string, string | number>> = {}) {
  if (typeof text === 'function') return String(text(facts));
  return typeof text === 'string' ? text : undefined;
}

/** A fault as its reader knows the things: a name or code without words shows itself rather than nothing. */
function wording(words: JobWords | undefined, lang: Language) {
  const {
    codes = {},
    columns = {},
    files = {},
  }: { codes?: Texts; columns?: Texts; files?: Texts } = words?.[lang] ?? {};
  return ({ file = '', line, field, code, value }: RowFault) => ({
    file: file === '' ? null : (asText(files[file]) ?? file),
    line,
    column: asText(columns[field]) ?? field,
    reason: asText(codes[code]) ?? code,
    value,
  });
}

function streamFaults(
  readPage: (after: number) => Promise<RowFault[]>,
  words: JobWords | undefined,
  lang: Language,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const inWords = wording(words, lang);
  const hasFiles = words?.[lang].files !== undefined;
  const { file, line, column, reason, value } = progressMessages[lang].heads;
  const heads = [...(hasFiles ? [file] : []), line, column, reason, value];
  let after = 0;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(BYTE_ORDER_MARK + stringify([heads])));
    },
    async pull(controller) {
      const faults = await readPage(after);
      after += faults.length;
      const rows = faults.map(inWords).map((fault) => {
        const place = [fault.line, fault.column, fault.reason, fault.value];
        return hasFiles ? [fault.file, ...place] : place;
      });
      // What was sent to us comes back to a spreadsheet: no cell may begin a formula.
      controller.enqueue(encoder.encode(stringify(rows, { escape_formulas: true })));
      if (faults.length < PAGE) controller.close();
    },
  });
}
