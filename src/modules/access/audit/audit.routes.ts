import { scopeOf } from '#kernel/db/scope.ts';
import { defineRoute } from '#kernel/http/route.ts';
import type { Verb } from '../capabilities.rules.ts';
import {
  listJournal,
  readSealState,
  type VerificationView,
  verifySeals,
} from './audit.contract.ts';
import { countUnsealed, findLastSeal, findLastVerification } from './audit.report.queries.ts';
import { lookAtJournal } from './search-journal.ts';
import { startVerification, VERIFY_JOB } from './verify-seals.ts';

const read = {
  face: 'staff',
  capability: 'audit.read' satisfies Verb,
} as const;

const entries = defineRoute(listJournal, {
  ...read,
  sample: () => ({}),
  handle: ({ world, actor, query, lang }) => lookAtJournal(world, actor, query, lang),
});

const seals = defineRoute(readSealState, {
  ...read,
  sample: () => ({}),
  handle: ({ world, actor }) =>
    world.database.withReadScope(scopeOf(actor), async (db) => {
      const last = await findLastSeal(db);
      const rest = await countUnsealed(db);
      const job = await findLastVerification(db, VERIFY_JOB);
      return {
        last: last
          ? {
              sealNo: Number(last.sealNo),
              rows: Number(last.lastSeq),
              head: last.head,
              sealedAt: last.sealedAt.toISOString(),
            }
          : null,
        unsealed: Number(rest.count),
        oldestUnsealedAt: rest.oldest?.toISOString() ?? null,
        verification: job ? verificationOf(job) : null,
      };
    }),
});

type Found = NonNullable<Awaited<ReturnType<typeof findLastVerification>>>;

function verificationOf(job: Found): VerificationView {
  return {
    job: job.id,
    state: job.state as VerificationView['state'],
    code: job.code,
    facts: job.facts as VerificationView['facts'],
    faults: job.faults,
    startedAt: job.createdAt.toISOString(),
    updatedAt: job.updatedAt.toISOString(),
  };
}

const verify = defineRoute(verifySeals, {
  ...read,
  sample: () => ({ body: {} }),
  handle: async ({ world, actor }) => ({ job: await startVerification(world, actor) }),
});

export const auditRoutes = [entries, seals, verify];
