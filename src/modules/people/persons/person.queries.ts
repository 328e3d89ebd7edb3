import type { Db, Tx } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Education, Person, Sex } from './person.types.ts';

const COLUMNS = [
  'id',
  'code',
  'area',
  'name',
  'sex',
  'birthDate',
  'education',
  'telephone',
  'account',
] as const;

type PersonRow = Omit<Person, 'sex' | 'birthDate' | 'education'> & {
  sex: string;
  birthDate: string | null;
  education: string | null;
};

const personOf = (row: PersonRow): Person => ({
  ...row,
  sex: row.sex as Sex,
  birthDate: row.birthDate as PlainDate | null,
  education: row.education as Education | null,
});

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && personOf(row);
}

export async function findPersonByAccount(db: Db, account: string): Promise<Person | undefined> {
  const row = await db
    .selectFrom('person')
    .select(COLUMNS)
    .where('account', '=', account)
    .executeTakeFirst();
  return row && personOf(row);
}

/** Those with a telephone number, by name. A number may be a household's. Callers journal the look-up. */
export async function listByTelephone(db: Db, telephone: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .select(COLUMNS)
    .where('telephone', '=', telephone)
    .orderBy('name')
    .limit(20)
    .execute();
  return rows.map(personOf);
}

/** The smallest text behind all that begin with `prefix`, in code-point order. */
const after = (prefix: string) => `${prefix}\u{10ffff}`;

/** People whose name, given name or initials begin with a text, within an area. Callers journal the look-up. */
export async function listByName(
  db: Db,
  { text, range, limit }: { text: string; range: AreaRange; limit: number },
): Promise<Person[]> {
  const column = /^[a-z]+$/i.test(text) ? ('initials' as const) : ('name' as const);
  const from = column === 'initials' ? text.toLowerCase() : text;
  const within = db
    .selectFrom('person')
    .select(COLUMNS)
    .where('area', '>=', range.lo)
    .where('area', '<', range.hi);
  const begins = within.where(column, '>=', from).where(column, '<', after(from));
  const tail = within.where('nameTail', '>=', from).where('nameTail', '<', after(from));
  const query = column === 'initials' ? begins : begins.union(tail);
  const rows = await query.orderBy('name').orderBy('id').limit(limit).execute();
  return rows.map(personOf);
}

/** People of imports, found again by the number of their list, or by name and birth date. */
export async function listForImport(db: Db, names: readonly string[]): Promise<Person[]> {
  if (names.length === 0) return [];
  const rows = await db.selectFrom('person').select(COLUMNS).where('name', 'in', names).execute();
  return rows.map(personOf);
}

type Stored = Person & {
  readonly nameTail: string;
  readonly initials: string;
  readonly createdAt: Date;
};

const ROWS_AT_ONCE = 500;

export async function insertPersons(tx: Tx, persons: readonly Stored[]): Promise<void> {
  for (let at = 0; at < persons.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto('person')
      .values(persons.slice(at, at + ROWS_AT_ONCE))
      .execute();
}

export async function updatePerson(
  tx: Tx,
  { id, createdAt: _, ...person }: Stored,
): Promise<boolean> {
  const result = await tx.updateTable('person').set(person).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Links a person to the account that signs in as him. False when he is linked already or not visible. */
export async function linkAccount(tx: Tx, id: string, account: string): Promise<boolean> {
  const result = await tx
    .updateTable('person')
    .set({ account })
    .where('id', '=', id)
    .where('account', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
