/**
 * The limit that the bench holds the product against: node:http and pg, one named prepared statement a request, no
 * framework, no checks, no session. Where the product opens a scoped transaction, so does this, everything in one flush.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { uuidV7 } from '#kernel/ids/uuid.ts';

const schema = process.env['LINLI_DISTRICT'];
const page = readFileSync(process.env['PAGE_FILE'] ?? '');
const area = process.env['AREA'] ?? '';
const organisation = process.env['ORGANISATION'] ?? '';
const open = (url: string | undefined) =>
  new pg.Pool({
    connectionString: url,
    options: `-c search_path=${schema}`,
    max: 10,
    pipeline: true,
  } as pg.PoolConfig);
const app = open(process.env['DATABASE_URL']);
/** Without a scope row-level security shows the app's role nothing: the plain variants ask as the owner. */
const owner = open(process.env['DATABASE_OWNER_URL']);

type Statement = { readonly name: string; readonly text: string };
type Bound = Statement & { readonly values: unknown[] };

const LINE =
  'id, number, title, kind, source, category, state, closure, area, owner_organisation, received_at, due_at, holder_due_at, is_overdue, is_safety, secondings';
const SET_CTX = { name: 'ctx', text: 'select set_ctx($1, $2, $3, $4, $5, $6)' };
const QUEUE = {
  name: 'queue',
  text: `select ${LINE} from matter where area >= $1 and area < $2 and closed_at is null and disposition is null order by due_at, id limit 20`,
};
const ONE = { name: 'one', text: 'select * from matter where number = $1' };
const NAME = { name: 'name', text: 'select name from area where code = $1' };
const COUNTS = {
  name: 'counts',
  text: `select area, key, sum(count)::int as count from counter where name = 'matters.state' and day = '1970-01-01' group by area, key`,
};
const MATTER = {
  name: 'matter',
  text: `insert into matter (id, number, kind, source, category, space, is_safety, area, filed_area, title, words, is_anonymous, is_public, state, owner_organisation, owner_root, first_organisation, first_root, received_at, recorded_at, due_at)
    values ($1, $2, 'problem', 'counter', 'street_light', 'public', false, $3, $3, $4, $4, true, true, 'RECEIVED', $5, $5, $5, $5, $6, $6, $6)`,
};
const JOURNAL = {
  name: 'journal',
  text: `insert into journal (id, subject_kind, subject_id, verb, area, occurred_at, recorded_at, face, organisation, codes, is_public)
    values ($1, 'matter', $2, 'receive', $3, $4, $4, 'staff', $5, '{}', true)`,
};

const next = (code: string) => (Number(code) + 1).toString().padStart(12, '0');
const community = { lo: area, hi: next(area) };
const everywhere = { lo: '0', hi: '9' };
type Range = typeof community;

async function inScope(range: Range, ...statements: Bound[]): Promise<pg.QueryResult[]> {
  const client = await app.connect();
  try {
    const scope = ['staff', range.lo, range.hi, 'a', organisation, ''];
    const [, , ...results] = await Promise.all([
      client.query('BEGIN'),
      client.query({ ...SET_CTX, values: scope }),
      ...statements.map((statement) => client.query(statement)),
      client.query('COMMIT'),
    ]);
    return results;
  } finally {
    client.release();
  }
}

let filed = 0;

function newRows(words: string): [Bound, Bound] {
  const id = uuidV7(new Date());
  const now = new Date();
  filed += 1;
  const number = `00${String(filed).padStart(9, '0')}`;
  return [
    { ...MATTER, values: [id, number, area, words, organisation, now] },
    { ...JOURNAL, values: [uuidV7(now), id, area, now, organisation] },
  ];
}

const bound = (statement: Statement, ...values: unknown[]): Bound => ({ ...statement, values });
const rowsOf = (results: readonly pg.QueryResult[]) => results[0]?.rows;
const scopedRows = async (range: Range, statement: Bound) =>
  rowsOf(await inScope(range, statement));
const plainRows = async (statement: Bound) => (await owner.query(statement)).rows;
const queue = (range: Range) => bound(QUEUE, range.lo, range.hi);

type Handler = (number: string, body: string) => Promise<unknown>;
const HANDLERS: Readonly<Record<string, Handler>> = {
  '/queue': async () => scopedRows(community, queue(community)),
  '/queue/plain': async () => plainRows(queue(community)),
  '/district-queue': async () => scopedRows(everywhere, queue(everywhere)),
  '/district-queue/plain': async () => plainRows(queue(everywhere)),
  '/one': async (number) => scopedRows(community, bound(ONE, number)),
  '/one/plain': async (number) => plainRows(bound(ONE, number)),
  '/counts': async () => scopedRows(everywhere, bound(COUNTS)),
  '/counts/plain': async () => plainRows(bound(COUNTS)),
  '/file': async (_, body) => inScope(community, ...newRows(JSON.parse(body).words)),
  '/file/plain': async (_, body) => plainRows(newRows(JSON.parse(body).words)[0]),
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = '', number = ''] = (request.url ?? '').split('?');
  if (path.startsWith('/page')) {
    if (path === '/page/drawn') await scopedRows(everywhere, bound(NAME, area));
    if (path === '/page/drawn/plain') await plainRows(bound(NAME, area));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    return;
  }
  const handle = HANDLERS[path];
  if (!handle) {
    response.writeHead(404).end();
    return;
  }
  let body = '';
  if (request.method === 'POST') for await (const piece of request) body += piece;
  const text = JSON.stringify(await handle(number, body));
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
