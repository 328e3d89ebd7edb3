import { randomUUID } from 'node:crypto';
import type { LoadRequest } from 'autocannon';
import { HOME } from './district.ts';
import type { Target } from './measure.ts';

/** One line of the table: the same work by the product, by the bare server, and by it without a transaction. */
export type Row = {
  readonly name: string;
  readonly ours: Target;
  readonly bare: Target;
  readonly plain?: Target;
  /** The least share of the bare server's rate. */
  readonly bar?: number;
  /** The longest p95 at 32 clients, in milliseconds. */
  readonly p95?: number;
};

export type Servers = {
  readonly ours: string;
  readonly bare: string;
  readonly clerk: string;
  readonly dispatcher: string;
  /** A public page of the product. */
  readonly page: string;
  /** Numbers of matters, a few of them the clerk's. */
  readonly numbers: readonly string[];
};

const API = '/api/v1';

/** Work that exists today; search by name waits for the population base. */
export function rowsOf(servers: Servers): Row[] {
  const { page, clerk, dispatcher } = servers;
  const ours = (path: string, cookie: string): Target => ({
    base: servers.ours,
    path,
    headers: { cookie },
  });
  const bare = (path: string): Target => ({ base: servers.bare, path });
  const both = (path: string) => ({ bare: bare(path), plain: bare(`${path}/plain`) });
  return [
    {
      name: 'public page from cache',
      ours: { base: servers.ours, path: page },
      bare: bare('/page'),
      bar: 0.5,
    },
    {
      name: 'public page rendered',
      // A cookie of ours makes the page somebody's own, so that it is drawn each time.
      ours: ours(page, 'linli.bench=1'),
      ...both('/page/drawn'),
      bar: 0.25,
    },
    {
      name: 'queue page of 20, one community',
      ours: ours(`${API}/matters`, clerk),
      ...both('/queue'),
      bar: 0.4,
      p95: 30,
    },
    {
      name: 'queue page of 20, whole district',
      ours: ours(`${API}/matters`, dispatcher),
      ...both('/district-queue'),
      bar: 0.4,
      p95: 30,
    },
    readOne(servers),
    {
      name: 'dashboard over 38 communities',
      ours: ours(`${API}/dashboards/matters`, dispatcher),
      ...both('/counts'),
    },
    fileOne(servers),
  ];
}

function readOne({ ours, bare, dispatcher, numbers }: Servers): Row {
  let asked = 0;
  const vary = (path: (number: string) => string) => (request: LoadRequest) => {
    asked += 1;
    return { ...request, path: path(numbers[asked % numbers.length] ?? '') };
  };
  const of = (base: string, path: (number: string) => string, headers = {}): Target => ({
    base,
    path: path(numbers[0] ?? ''),
    headers,
    vary: vary(path),
  });
  return {
    name: 'read one matter',
    ours: of(ours, (number) => `${API}/matters/${number}`, { cookie: dispatcher }),
    bare: of(bare, (number) => `/one?${number}`),
    plain: of(bare, (number) => `/one/plain?${number}`),
    bar: 0.4,
    p95: 30,
  };
}

function fileOne({ ours, bare, clerk }: Servers): Row {
  const body = JSON.stringify({
    source: 'counter',
    category: 'street_light',
    words: '三号楼门口路灯不亮，已经三天了。',
    area: HOME,
    place: '三号楼门口',
    name: '王小明',
    telephone: '10000000001',
  });
  const headers = { 'content-type': 'application/json' };
  const withKey = (request: LoadRequest) => ({
    ...request,
    headers: { ...request.headers, 'idempotency-key': randomUUID() },
  });
  const of = (base: string, path: string, cookie = {}): Target => ({
    base,
    path,
    method: 'POST',
    body,
    headers: { ...headers, ...cookie },
    vary: withKey,
  });
  return {
    name: 'file a matter, durably',
    ours: of(ours, `${API}/matters`, { cookie: clerk }),
    bare: of(bare, '/file'),
    plain: of(bare, '/file/plain'),
    bar: 0.35,
    p95: 100,
  };
}
