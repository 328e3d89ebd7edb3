import type pg from 'pg';

/**
 * What makes a schema's tables anew, in order. Only for the accounts' schema: its tables come from a package that
 * changes them from version to version, so a backup says itself what they were; the package brings them up to date.
 * Run with that schema first in the search path, so that no name carries it.
 */
export async function readDefinitions(client: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await client.query(
    `with t as (
       select c.oid, c.oid::regclass as name from pg_class c
       where c.relnamespace = $1::regnamespace and c.relkind = 'r')
     select statement from (
     select 1 as step, format('create table %s (%s)', t.name, (
       select string_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
         ' default ' || pg_get_expr(d.adbin, d.adrelid, true),
         case when a.attnotnull then ' not null' else '' end), ', ' order by a.attnum)
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped)) as statement
     from t
     union all
     select case contype when 'f' then 4 else 2 end,
       format('alter table %s add constraint %I %s', t.name, conname, pg_get_constraintdef(k.oid, true))
     from t join pg_constraint k on k.conrelid = t.oid where contype in ('p', 'u', 'c', 'f')
     union all
     select 3, pg_get_indexdef(i.indexrelid, 0, true)
     from t join pg_index i on i.indrelid = t.oid
     where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = t.oid)
     ) made order by step, statement collate "C"`,
    [client.escapeIdentifier(schema)],
  );
  return rows.map((row) => row.statement);
}

/** Makes the tables where the schema has none; those that are there already are left as they are. */
export async function makeTables(
  client: pg.Client,
  schema: string,
  definitions: readonly string[],
): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_class where relnamespace = $1::regnamespace and relkind = 'r' limit 1`,
    [client.escapeIdentifier(schema)],
  );
  if (rowCount) return;
  for (const definition of definitions) await client.query(definition);
}
