import pg from 'pg';

/** How long a statement runs inside PostgreSQL, in milliseconds: the median of several EXPLAIN ANALYZE, which times the whole and not each node (that alone would add half). */
export async function costOf(
  client: pg.Client,
  text: string,
  values: readonly unknown[],
): Promise<{ readonly median: number; readonly plan: string }> {
  const times: number[] = [];
  let plan = '';
  for (let turn = 0; turn < 7; turn += 1) {
    const { rows } = await client.query(`explain (analyze, buffers, timing off) ${text}`, [
      ...values,
    ]);
    plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    times.push(Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]));
  }
  times.sort((a, b) => a - b);
  return { median: times[3] ?? Number.NaN, plan };
}

const DASHBOARD = `
  select name, area, key, null as day, sum(count::int)::int as count from counter
  where name = any($1::text[]) and area >= $3 and area < $4 and day >= $5::date and day <= $6::date
  group by name, area, key
  having sum(count::int) <> 0
  union all
  select name, null, null, to_char(day, 'YYYY-MM-DD'), sum(count::int)::int from counter
  where name in ('matters.closed', 'matters.received') and area >= $3 and area < $4
    and day >= $5::date and day <= $6::date
  group by name, day
  union all
  select name, area, key, null, sum(count::int)::int from counter
  where name = any($2::text[]) and day = '1970-01-01' and area >= $3 and area < $4
  group by name, area, key
  having sum(count::int) <> 0`;
const DAY_MS = 86_400_000;
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

/** The one statement of a district's dashboard over its last thirty days, as the app's role runs it. */
export async function dashboardCost(url: string, schema: string) {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    const names = ['category', 'closed', 'on_time', 'outcome', 'rating', 'received'];
    const present = ['overdue', 'owned', 'state'];
    const full = (list: readonly string[]) => list.map((name) => `matters.${name}`);
    const today = new Date();
    const from = new Date(today.getTime() - 29 * DAY_MS);
    const range = ['320105', '320106', dayOf(from), dayOf(today)];
    return await costOf(client, DASHBOARD, [full(names), full(present), ...range]);
  } finally {
    await client.end();
  }
}
