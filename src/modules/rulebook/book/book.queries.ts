import type { Db, Tx } from '#kernel/db/client.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import type { HolidayCode, NoticeDay, YearNotice } from '../calendars/calendar.types.ts';
import type { Rollout } from '../rollouts/rollout.rules.ts';
import { type RuleCode, ruleSchemas } from '../rule-sets/rule-set.contract.ts';
import type { RuleSet } from '../rule-sets/rule-set.types.ts';

export async function getVersion(db: Db): Promise<string> {
  const row = await db.selectFrom('rulebookVersion').select('version').executeTakeFirstOrThrow();
  return row.version;
}

/** Locks the one row as well, so that two changes of the rulebook come one after the other. */
export async function raiseVersion(tx: Tx, version: string): Promise<void> {
  await tx.updateTable('rulebookVersion').set({ version }).execute();
}

export async function listRuleSets(db: Db): Promise<RuleSet[]> {
  const rows = await db
    .selectFrom('ruleSet')
    .select([
      'id',
      'code',
      'subject',
      'area',
      'validFrom',
      'validTo',
      'source',
      'article',
      'params',
    ])
    .orderBy('code')
    .orderBy('subject')
    .orderBy('area')
    .orderBy('validFrom')
    .execute();
  return rows.map((row) => {
    const schema = ruleSchemas[row.code as RuleCode];
    const parsed = schema?.safeParse(row.params);
    // Rows are checked when published; one that fails now was left behind by a change of the schema.
    if (!parsed?.success)
      throw new Error(`rule set ${row.id} (${row.code}) does not fit its schema`);
    return {
      ...row,
      validFrom: plainDateOf(row.validFrom),
      validTo: row.validTo === null ? null : plainDateOf(row.validTo),
      params: parsed.data,
    } as RuleSet;
  });
}

export async function listRollouts(db: Db): Promise<Rollout[]> {
  const rows = await db
    .selectFrom('rollout')
    .select(['id', 'mechanism', 'area', 'validFrom', 'isOn', 'decision'])
    .orderBy('mechanism')
    .orderBy('area')
    .orderBy('validFrom')
    .execute();
  return rows.map((row) => ({ ...row, validFrom: plainDateOf(row.validFrom) }));
}

export async function listNotices(db: Db): Promise<YearNotice[]> {
  const years = await db
    .selectFrom('calendarYear')
    .select(['year', 'source'])
    .orderBy('year')
    .execute();
  const rows = await db
    .selectFrom('calendarDay')
    .select(['year', 'day', 'kind', 'holiday'])
    .orderBy('day')
    .execute();
  return years.map(({ year, source }) => ({
    year,
    source,
    days: rows
      .filter((row) => row.year === year)
      .map((row) => ({
        date: plainDateOf(row.day),
        kind: row.kind as NoticeDay['kind'],
        holiday: row.holiday as HolidayCode,
      })),
  }));
}
