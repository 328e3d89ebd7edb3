import type pg from 'pg';

export type CameIn = {
  readonly matters: number;
  /** Over all that a sheet says and that follows from it, without ids, drawn numbers and the moment of writing. */
  readonly digest: string;
};

const TOLD = `
  select substr(p.external, $2) as own, concat_ws('|', m.state, m.kind, m.source, m.category, m.area, m.words,
    m.received_at, m.due_at, m.closed_at, m.closure, m.disposition, m.disposition_reason, m.rating, m.returns,
    m.is_public, m.is_overdue, m.owner_organisation, substr(m.hotline_number, $2), m.hotline_due_at,
    (select concat_ws(' ', r.name, r.telephone) from matter_reporter r where r.matter_id = m.id),
    (select string_agg(concat_ws(' ', t.state, t.organisation, t.offered_at, t.done_at, t.answer_public), ';'
      order by t.offered_at, t.state) from task t where t.matter_id = m.id),
    (select string_agg(concat_ws(' ', c.kind, c.asked_at, c.finding, c.note), ';' order by c.asked_at, c.kind)
      from matter_check c where c.matter_id = m.id),
    (select string_agg(concat_ws(' ', j.verb, j.occurred_at, j.organisation, j.account), ';'
      order by j.occurred_at, j.verb) from journal j where j.subject_id = m.id)) as told
  from past_matter p join matter m on m.id = p.matter_id where starts_with(p.external, $1)`;

/** What a sheet whose numbers begin so became: two sheets that say the same become the same. */
export async function whatCameIn(owner: pg.Pool, prefix: string): Promise<CameIn> {
  const { rows } = await owner.query(
    `select count(*)::int as matters, md5(coalesce(string_agg(own || told, E'\\n' order by own), '')) as digest
     from (${TOLD}) as one`,
    [prefix, prefix.length + 1],
  );
  return rows[0];
}

/** How many matters of such a sheet are in. */
export async function countCameIn(owner: pg.Pool, prefix: string): Promise<number> {
  const { rows } = await owner.query(
    'select count(*)::int as n from past_matter where starts_with(external, $1)',
    [prefix],
  );
  return rows[0].n;
}

/** Rows of every table that an import of matters writes into. */
export async function countAll(owner: pg.Pool): Promise<string> {
  const tables = ['matter', 'matter_reporter', 'task', 'matter_check', 'journal', 'past_matter'];
  const counts = [...tables, 'worklist_item', 'counter'].map(
    (table) => `(select count(*) from ${table}) as ${table}`,
  );
  const { rows } = await owner.query(`select ${counts.join(', ')}`);
  return JSON.stringify(rows[0]);
}
