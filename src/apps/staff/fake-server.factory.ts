import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const TITLES = [
  '三号楼二单元电梯异响',
  '东门非机动车占用盲道',
  '地下车库照明不足',
  '楼道堆物影响消防通行',
];
const STATES = ['late', 'waiting', 'checking', 'working', 'quiet', 'done'];

const posts = [
  {
    id: 'a',
    title: { zh: '综合组组员', en: 'General group clerk' },
    organisation: { zh: '沿河社区管理服务站', en: 'Yanhe service station' },
  },
  {
    id: 'b',
    title: { zh: '居民委员会委员', en: 'Committee member' },
    organisation: { zh: '沿河居民委员会', en: "Yanhe residents' committee" },
  },
];

function rowAt(index: number) {
  return {
    number: `LL-${1042 + index}`,
    title: TITLES[index % TITLES.length],
    place: '沿河社区',
    state: STATES[index % STATES.length],
    due: `2026-11-${23 + (index % 7)}`,
    days: index % 9,
  };
}

/** What the fake server was asked and in which state it is. */
export type FakeState = {
  signedIn: boolean;
  account: string;
  code: boolean;
  post: string;
  needs: string[];
  readonly calls: { method: string; path: string; key: string | null; body: unknown }[];
  /** Answers for the next POST to a path, in turn. */
  readonly next: Map<string, { status: number; body: unknown }[]>;
};

type Reply = { status: number; body: unknown };

const problem = (status: number, kind: string, code: string, more: object = {}): Reply => ({
  status,
  body: { type: `urn:linli:problem:${kind}`, title: kind, status, code, ...more },
});

function sessionReply(state: FakeState): Reply {
  const actor = {
    name: '李敏',
    account: state.account,
    face: 'staff',
    post: posts.find((post) => post.id === state.post),
    verbs: { 'matter.file': 'area', 'matter.read': 'area' },
    area: { code: '320105001001', name: { zh: '沿河社区', en: 'Yanhe community' } },
    organisation: { zh: '沿河社区管理服务站', en: 'Yanhe service station' },
  };
  const body = state.signedIn
    ? { actor, posts, needs: state.needs, idleSeconds: 1800 }
    : { actor: null, posts: [], needs: [], idleSeconds: 1800 };
  return { status: 200, body };
}

function listReply(url: URL): Reply {
  const begin = Number(url.searchParams.get('after') ?? 0);
  const limit = Number(url.searchParams.get('limit') ?? 20);
  if (url.searchParams.get('who') === 'nobody')
    return { status: 200, body: { items: [], next: null, total: 0 } };
  const items = Array.from({ length: limit }, (_, index) => rowAt(begin + index));
  return {
    status: 200,
    body: {
      items,
      next: begin + limit < 60 ? String(begin + limit) : null,
      total: 60,
      totals: { days: 1318 },
    },
  };
}

const reads: Readonly<Record<string, (state: FakeState, url: URL) => Reply>> = {
  '/api/v1/session': sessionReply,
  '/api/v1/sample': (_, url) => listReply(url),
  '/api/v1/worklist/count': () => ({ status: 200, body: { count: 5 } }),
  '/api/v1/jobs/1': () => ({
    status: 200,
    body: { state: 'running', done: 21_000, total: 50_000, faults: 3, faultFile: '/f.csv' },
  }),
  '/api/v1/search': (_, url) => ({
    status: 200,
    body: {
      items: [
        {
          key: '1',
          title: `${url.searchParams.get('q')} 电梯异响`,
          kind: { zh: '诉求', en: 'Matter' },
          note: '沿河社区',
          to: '/matters/LL-1042',
        },
      ],
    },
  }),
  '/api/v1/demo/accounts': () => ({
    status: 200,
    body: {
      items: [
        {
          username: 'clerk',
          role: { zh: '工作站组员', en: 'Station clerk' },
          area: { zh: '沿河社区', en: 'Yanhe' },
        },
        {
          username: 'secretary',
          role: { zh: '社区党委书记', en: 'Party secretary' },
          area: { zh: '沿河社区', en: 'Yanhe' },
        },
      ],
    },
  }),
};

const changes: Readonly<
  Record<string, (state: FakeState, body: Readonly<Record<string, unknown>>) => Reply>
> = {
  '/api/auth/sign-in/username': (state, body) => {
    if (body['password'] !== 'right password') return { status: 401, body: { message: 'no' } };
    if (state.code) return { status: 200, body: { twoFactorRedirect: true } };
    state.signedIn = true;
    return { status: 200, body: {} };
  },
  '/api/auth/two-factor/verify-totp': (state, body) => {
    if (body['code'] !== '123456') return { status: 401, body: {} };
    state.signedIn = true;
    state.needs = [];
    return { status: 200, body: {} };
  },
  '/api/auth/two-factor/enable': () => ({
    status: 200,
    body: {
      totpURI: 'otpauth://totp/Linli:clerk?secret=ABCDEFGH&issuer=Linli',
      backupCodes: ['11111-22222', '33333-44444'],
    },
  }),
  '/api/auth/change-password': (state) => {
    state.needs = state.needs.filter((need) => need !== 'password');
    return { status: 200, body: {} };
  },
  '/api/auth/sign-out': (state) => {
    state.signedIn = false;
    return { status: 200, body: {} };
  },
  '/api/v1/demo/sign-in': (state) => {
    state.signedIn = true;
    return { status: 200, body: {} };
  },
  '/api/v1/session/post': (state, body) => {
    state.post = String(body['id']);
    return { status: 200, body: {} };
  },
};

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : JSON.parse(text);
}

async function replyTo(request: IncomingMessage, url: URL, state: FakeState): Promise<Reply> {
  const { method = 'GET' } = request;
  const path = url.pathname;
  if (method === 'GET') return reads[path]?.(state, url) ?? problem(404, 'not_found', 'not_found');
  const body = await bodyOf(request);
  const key = request.headers['idempotency-key'];
  state.calls.push({ method, path, key: typeof key === 'string' ? key : null, body });
  const planned = state.next.get(path)?.shift();
  if (planned?.status === 401) state.signedIn = false;
  return planned ?? changes[path]?.(state, body) ?? { status: 200, body: { number: 'LL-2001' } };
}

function sendFile(response: ServerResponse, folder: string, path: string): void {
  const file = join(folder, path.replace('/workbench', ''));
  const found = extname(file) !== '' && existsSync(file) ? file : join(folder, 'index.html');
  response.setHeader('Content-Type', TYPES[extname(found)] ?? 'application/octet-stream');
  response.end(readFileSync(found));
}

/** The outside world of the workbench: its built files and an API that answers from memory. */
export async function openFakeServer(
  folder: string,
): Promise<{ server: Server; state: FakeState; address: string }> {
  const state: FakeState = {
    signedIn: true,
    account: 'x1',
    code: false,
    post: 'a',
    needs: [],
    calls: [],
    next: new Map(),
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://x');
    if (!url.pathname.startsWith('/api/')) return sendFile(response, folder, url.pathname);
    if (url.pathname === '/api/v1/live') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(': begin\n\n');
      return;
    }
    const reply = await replyTo(request, url, state);
    response.writeHead(reply.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(reply.body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  return {
    server,
    state,
    address: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`,
  };
}
