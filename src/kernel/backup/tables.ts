import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import type pg from 'pg';

/** A table as the catalogue tells it. */
export type Table = {
  readonly name: string;
  /** Columns that hold something; generated ones compute themselves. */
  readonly columns: readonly string[];
  /** ORDER BY list over the primary key, the same on every server whatever its collation. */
  readonly order: string;
};

/** Kept by the migrations of the place where a backup is restored. */
const NOT_COPIED = ['kysely_migration', 'kysely_migration_lock'];

/** COPY writes dates, numbers and bytes alike in every session with these. */
export const PORTABLE =
  '-c timezone=UTC -c datestyle=ISO,YMD -c intervalstyle=iso_8601 -c extra_float_digits=1 -c bytea_output=hex';

/** The tables of one schema, by name. Every one has a primary key. */
export async function listTables(client: pg.ClientBase, schema: string): Promise<Table[]> {
  const { rows } = await client.query(
    `select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end,
          ', ' order by array_position(i.indkey::int2[], a.attnum))
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as "order"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($2)
     order by c.relname collate "C"`,
    [schema, NOT_COPIED],
  );
  const keyless = rows.find((row) => row.order === null);
  if (keyless) throw new Error(`table ${schema}.${keyless.name} has no primary key`);
  return rows;
}

/** "schema"."table" and its column list, quoted. */
export function quoted(
  client: pg.ClientBase,
  schema: string,
  table: Pick<Table, 'name' | 'columns'>,
) {
  return {
    name: `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table.name)}`,
    columns: table.columns.map((column) => client.escapeIdentifier(column)).join(', '),
  };
}

/** Passes COPY text through, counting its lines and hashing it. */
export function meter() {
  const hash = createHash('sha256');
  let rows = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      // COPY's text form writes a line break inside a value as \n, so each real one ends a row.
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ rows, sha256: hash.digest('hex') }) };
}
