import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { HOME } from '../../bench/district.ts';

export type Acknowledged = { readonly number: string; step: 'filed' | 'taken' | 'finished' };

const AGAIN_MS = 100;
const GIVE_UP_MS = 180_000;
const ANSWER_WITHIN_MS = 15_000;

type Answer = { readonly status: number; readonly body: Shown };
type Shown = {
  readonly number?: string;
  readonly code?: string;
  readonly state?: string;
  readonly matter?: { readonly number: string };
  readonly tasks?: readonly { readonly id: string; readonly state: string }[];
};

/**
 * Clerks that file, take and finish matters over HTTP without pause, each step repeated until the server has said how
 * it went: what it acknowledged is kept here, to be looked for afterwards.
 */
export class ClerkLoad {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers with a status of 5xx or none at all; the client came again. */
  interruptions = 0;
  /** Answers nobody expects: 4xx where the request was right. */
  readonly surprises: string[] = [];
  readonly #base: string;
  readonly #cookie: string;
  #running = true;
  readonly #clerks: Promise<void>[];

  constructor(base: string, cookie: string, clerks: number) {
    this.#base = base;
    this.#cookie = cookie;
    this.#clerks = Array.from({ length: clerks }, () => this.#work());
  }

  /** Lets every clerk finish the matter in hand. */
  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#clerks);
  }

  async #work(): Promise<void> {
    while (this.#running) await this.#oneMatter();
  }

  async #oneMatter(): Promise<void> {
    const body = {
      source: 'counter',
      category: 'street_light',
      words: '三号楼门口路灯不亮，已经三天了。',
      area: HOME,
      name: '王小明',
      telephone: '10000000001',
    };
    const filed = await this.#untilAnswered('/matters', body, randomUUID());
    const number = filed.body.number ?? filed.body.matter?.number;
    if (filed.status !== 200 || !number) return this.#wonder('file', filed);
    const kept: Acknowledged = { number, step: 'filed' };
    this.acknowledged.push(kept);
    const taken = await this.#untilAnswered(`/matters/${number}/takings`, {});
    // A repeat of a taking that went through unheard is refused; the matter then says so itself.
    const shown = taken.status === 200 ? taken.body : await this.#show(number);
    const task = shown.tasks?.find(({ state }) => state === 'ACCEPTED');
    if (!task) return this.#wonder('take', taken);
    kept.step = 'taken';
    const answer = { task: task.id, result: 'done', answerPublic: '换了灯泡。' };
    const done = await this.#untilAnswered(`/matters/${number}/answers`, answer);
    const after = done.status === 200 ? done.body : await this.#show(number);
    if (after.tasks?.some(({ state }) => state === 'ACCEPTED') !== false)
      return this.#wonder('finish', done);
    kept.step = 'finished';
  }

  #wonder(step: string, { status, body }: Answer): void {
    this.surprises.push(`${step}: ${status} ${body.code ?? ''}`);
  }

  async #show(number: string): Promise<Shown> {
    const answer = await this.#untilAnswered(`/matters/${number}`);
    return answer.body;
  }

  async #untilAnswered(path: string, body?: object, key?: string): Promise<Answer> {
    const end = performance.now() + GIVE_UP_MS;
    for (;;) {
      const answer = await this.#ask(path, body, key);
      if (answer && answer.status < 500) return answer;
      this.interruptions += 1;
      if (performance.now() > end) throw new Error(`no answer to ${path}`);
      await delay(AGAIN_MS);
    }
  }

  async #ask(path: string, body?: object, key?: string): Promise<Answer | undefined> {
    try {
      const answer = await fetch(`${this.#base}/api/v1${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          cookie: this.#cookie,
          'content-type': 'application/json',
          ...(key ? { 'idempotency-key': key } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      return { status: answer.status, body: (await answer.json()) as Shown };
    } catch {
      return undefined;
    }
  }
}
