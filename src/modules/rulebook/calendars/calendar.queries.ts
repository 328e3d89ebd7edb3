import type { Db, Tx } from '#kernel/db/client.ts';
import type { YearNotice } from './calendar.types.ts';

export type LoadedBy = {
  readonly id: string;
  readonly loadedBy: string | null;
  readonly loadedAt: Date;
};

/** Puts a year's notice in place of what was loaded of that year before. Returns the year's row id. */
export async function putNotice(tx: Tx, notice: YearNotice, by: LoadedBy): Promise<string> {
  const { year, source } = notice;
  const row = await tx
    .insertInto('calendarYear')
    .values({ ...by, year, source })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ source, loadedBy: by.loadedBy, loadedAt: by.loadedAt }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx.deleteFrom('calendarDay').where('year', '=', year).execute();
  await tx
    .insertInto('calendarDay')
    .values(notice.days.map(({ date, kind, holiday }) => ({ year, day: date, kind, holiday })))
    .execute();
  return row.id;
}

/** Which years are loaded, and from which notice. */
export async function listYears(db: Db): Promise<{ year: number; source: string }[]> {
  return await db
    .selectFrom('calendarYear')
    .select(['year', 'source'])
    .orderBy('year', 'desc')
    .execute();
}
