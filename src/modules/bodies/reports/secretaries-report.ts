import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { listOrganisations } from '../organisations/organisations.queries.ts';
import { listSecretaries } from './secretaries.report.queries.ts';
import { reportSecretaries, type SecretariesReport } from './secretaries.rules.ts';

/** The report on secretaries on a day: mean age, share up to 35, education, each with its count. */
export async function secretariesReport(
  db: Db,
  date: PlainDate,
  range: AreaRange,
): Promise<SecretariesReport> {
  const committees = await listOrganisations(db, date, { kinds: ['PARTY_COMMITTEE'], range });
  return reportSecretaries(await listSecretaries(db, date, range), committees.length, date);
}
