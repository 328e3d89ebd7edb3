import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import type { Db } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { defineDownload, defineRoute, type Route } from '#kernel/http/route.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { type longJobView, readLongJob, readLongJobFaults } from './progress.contract.ts';
import { listRowFaults, type RowFault } from './progress.ts';

const PAGE = 5_000;
/** Excel takes a file for UTF-8 only with this. */
const BYTE_ORDER_MARK = '\ufeff';

const sample = (fixture: (name: string) => string) => ({ params: { id: fixture('long-job') } });

/** The two routes by which a page shows long work: any staff in whose area it runs. */
export const progressRoutes: Route[] = [
  defineRoute(readLongJob, {
    face: 'staff',
    capability: null,
    sample,
    handle: ({ world, actor, params }) =>
      world.database.withReadScope(scopeOf(actor), (db) => getLongJob(db, params.id)),
  }),
  defineDownload(readLongJobFaults, {
    face: 'staff',
    capability: null,
    sample,
    handle: async ({ world, actor, params }) => {
      await world.database.withReadScope(scopeOf(actor), (db) => getLongJob(db, params.id));
      const readPage = (after: number) =>
        world.database.withReadScope(scopeOf(actor), (db) =>
          listRowFaults(db, params.id, after, PAGE),
        );
      return new Response(streamFaults(readPage), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="faults-${params.id}.csv"`,
          'cache-control': 'no-store',
        },
      });
    },
  }),
];

async function getLongJob(db: Db, id: string): Promise<z.input<typeof longJobView>> {
  const job = await db
    .selectFrom('longJob')
    .select(['id', 'kind', 'state', 'done', 'total', 'code', 'facts', 'faults'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => notFound());
  return {
    ...job,
    state: job.state as z.input<typeof longJobView>['state'],
    facts: job.facts as Record<string, string | number>,
    faultFile: job.faults > 0 ? `/api/v1/jobs/${id}/faults` : null,
  };
}

function streamFaults(
  readPage: (after: number) => Promise<RowFault[]>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = 0;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(`${BYTE_ORDER_MARK}line,column,reason,value\n`));
    },
    async pull(controller) {
      const faults = await readPage(after);
      after += faults.length;
      const rows = faults.map(({ line, field, code, value }) => [line, field, code, value]);
      // What was sent to us comes back to a spreadsheet: no cell may begin a formula.
      controller.enqueue(encoder.encode(stringify(rows, { escape_formulas: true })));
      if (faults.length < PAGE) controller.close();
    },
  });
}
