import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { WrongSetting } from './settings.ts';

/** The steps of a start, in both languages, in order. */
export const STEPS = {
  build: ['编译程序与页面', 'Building programs and pages'],
  database: ['启动数据库', 'Starting the database'],
  migrate: ['更新数据库结构', 'Updating the database'],
  demo: ['装入演示区', 'Loading the demo district'],
  serve: ['启动服务', 'Starting the server'],
} as const;

export type StepName = keyof typeof STEPS;

/** The page that answers on the real address until the real server does. */
export type Progress = {
  /** Does a step while the page shows it. */
  during<T>(step: StepName, work: () => Promise<T>): Promise<T>;
  /** A line of detail under the steps. */
  detail(text: string): void;
  close(): Promise<void>;
};

type State = { readonly running: Set<StepName>; readonly done: Set<StepName>; detail: string };

/** Children of a launcher that was killed need a moment to notice and to free the port. */
const PORT_PATIENCE_MS = 8_000;

/** Listens on the address Linli will have. Throws WrongSetting if somebody else has it. */
export async function openProgress(host: string, port: number): Promise<Progress> {
  const state: State = { running: new Set(), done: new Set(), detail: '' };
  const server = createServer((request, response) => answer(state, request, response));
  await listenPatiently(server, host, port);
  return {
    async during(step, work) {
      state.running.add(step);
      const result = await work();
      state.running.delete(step);
      state.done.add(step);
      return result;
    },
    detail(text) {
      state.detail = text;
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

async function listenPatiently(server: Server, host: string, port: number): Promise<void> {
  const end = performance.now() + PORT_PATIENCE_MS;
  for (;;) {
    const trouble = await listen(server, host, port);
    if (!trouble) return;
    if (trouble.code !== 'EADDRINUSE')
      throw new WrongSetting(
        `无法在 ${host}:${port} 提供服务。Cannot serve on ${host}:${port}: ${trouble.message}`,
      );
    if (performance.now() > end)
      throw new WrongSetting(
        `${host}:${port} 已被占用：邻里可能已在运行，或换一个端口，例如 PORT=8081 npm start。\n` +
          `${host}:${port} is taken: Linli may be running already; or choose another port, for example PORT=8081 npm start.`,
      );
    await delay(200);
  }
}

function listen(
  server: Server,
  host: string,
  port: number,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ host, port }, () => {
      server.off('error', resolve);
      resolve(undefined);
    });
  });
}

function answer(state: State, request: IncomingMessage, response: ServerResponse): void {
  const page = request.headers.accept?.includes('text/html') && request.url !== '/health';
  response.writeHead(503, {
    'content-type': page ? 'text/html; charset=utf-8' : 'application/json',
    'cache-control': 'no-store',
    'retry-after': '2',
    connection: 'close',
  });
  const steps = [...state.running];
  response.end(
    page ? pageOf(state) : JSON.stringify({ status: 'starting', steps, detail: state.detail }),
  );
}

function pageOf(state: State): string {
  const items = Object.entries(STEPS).map(([name, [zh, en]]) => {
    const mark = markOf(state, name as StepName);
    return `<li class="${mark}">${zh}<br><span lang="en">${en}</span></li>`;
  });
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="2"></noscript>
<title>邻里正在启动 · Linli is starting</title><style>
body{font:19px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1b2b28;max-width:34em;margin:12vh auto;padding:0 20px}
h1{font-size:27px;color:#0b6b5b}ol{padding-left:1.3em}li{color:#595f5d;margin:12px 0}li.running{color:#0b6b5b;font-weight:600}li.done::after{content:" ✓"}
span,p{font-size:16px;font-weight:400}</style></head><body><main>
<h1>邻里正在启动<br><span lang="en">Linli is starting</span></h1><ol>${items.join('')}</ol>
<p role="status">${escapeText(state.detail)}</p>
<p>完成后本页会自动打开首页。<br><span lang="en">The home page opens by itself when all is ready.</span></p></main>
<script>setInterval(async()=>{try{const r=await fetch(location.href,{headers:{accept:'text/html'},cache:'no-store'});if(r.status===503){const d=new DOMParser().parseFromString(await r.text(),'text/html');document.querySelector('main').replaceWith(d.querySelector('main'))}else location.reload()}catch{}},1000)</script>
</body></html>`;
}

function markOf(state: State, name: StepName): string {
  if (state.done.has(name)) return 'done';
  return state.running.has(name) ? 'running' : 'waiting';
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
