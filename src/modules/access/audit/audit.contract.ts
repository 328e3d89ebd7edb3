import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

const instant = z.iso.datetime();
const code = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const entry = z
  .object({
    id: z.uuid(),
    recordedAt: instant,
    /** When it happened, where that was not when it was written down. */
    occurredAt: instant,
    face: z.string(),
    account: z.string().nullable(),
    /** Staff only: what a resident signs in with is a telephone number. */
    username: z.string().nullable(),
    organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    verb: z.string(),
    /** The number in addresses, where the subject has one. */
    subject: z.object({ kind: z.string(), id: z.uuid(), number: z.string().nullable() }),
    area: z.object({ code: z.string(), name: z.string().nullable() }),
    purpose: z.string().nullable(),
    codes: z.record(z.string(), code),
    /** Number of the seal that vouches for it; null until the next seal. */
    seal: z.int().nullable(),
  })
  .meta({ id: 'JournalEntry' });
export type AuditEntry = z.output<typeof entry>;

const filters = {
  /** A staff username, or an account's id. */
  account: z.string().trim().max(64).optional(),
  /** The number of a matter or a notice, or any subject's id. */
  subject: z.string().trim().max(64).optional(),
  verb: z.string().trim().max(60).optional(),
  /** Days in the district's zone, both included. */
  from: z.iso.date('date_unreadable').optional(),
  to: z.iso.date('date_unreadable').optional(),
  area: z
    .string()
    .regex(/^\d{12}$/, 'area_unreadable')
    .optional(),
};
export const auditQuery = z.object(filters);
export type AuditQuery = z.output<typeof auditQuery>;

export const listJournal = defineEndpoint({
  method: 'get',
  path: '/api/v1/audit/entries',
  summary: 'What was done and looked at, newest first; the search itself becomes an entry',
  query: z.object({
    ...filters,
    after: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  reply: z.object({ items: z.array(entry), next: z.uuid().nullable() }),
});

const verification = z
  .object({
    job: z.uuid(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    code: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    faults: z.int(),
    startedAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'JournalVerification' });
export type VerificationView = z.output<typeof verification>;

export const readSealState = defineEndpoint({
  method: 'get',
  path: '/api/v1/audit/seals',
  summary: 'The last seal of the journal, what waits for the next, and the last verification',
  reply: z
    .object({
      last: z
        .object({ sealNo: z.int(), rows: z.int(), head: z.string(), sealedAt: instant })
        .nullable(),
      /** Of the rows that the reader's area shows. */
      unsealed: z.int(),
      oldestUnsealedAt: instant.nullable(),
      verification: verification.nullable(),
    })
    .meta({ id: 'SealState' }),
});

export const verifySeals = defineEndpoint({
  method: 'post',
  path: '/api/v1/audit/verifications',
  summary: 'Recompute the whole chain of seals; long work, polled by its id',
  body: z.object({}),
  reply: z.object({ job: z.uuid() }),
});
