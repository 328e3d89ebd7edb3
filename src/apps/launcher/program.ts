import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { passOn, say } from './say.ts';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** A program that lived this long has proved itself: its next death starts from the short pause again. */
const PROVEN_MS = 30_000;
const STOP_WITHIN_MS = 20_000;
const LEASH = new URL('./leash.ts', import.meta.url).href;

export type Environment = Readonly<Record<string, string>>;

/** Runs one program and starts it again whenever it ends, with growing pauses, until it is stopped. */
export class Program {
  readonly #name: string;
  readonly #file: string;
  readonly #cwd: string;
  readonly #flags: readonly string[];
  #environment: Environment;
  #child: ChildProcess | undefined;
  #ended: Promise<void> = Promise.resolve();
  #pause = FIRST_PAUSE_MS;
  #again: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(options: {
    name: string;
    file: string;
    cwd: string;
    environment: Environment;
    /** For Node itself. */
    flags?: readonly string[];
  }) {
    this.#name = options.name;
    this.#file = options.file;
    this.#cwd = options.cwd;
    this.#environment = options.environment;
    this.#flags = options.flags ?? [];
  }

  start(): void {
    const born = performance.now();
    const flags = [...this.#flags, '--enable-source-maps', '--import', LEASH];
    const child = spawn(process.execPath, [...flags, this.#file], {
      cwd: this.#cwd,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    passOn(this.#name, child.stdout as NonNullable<typeof child.stdout>);
    passOn(this.#name, child.stderr as NonNullable<typeof child.stderr>);
    this.#ended = new Promise((resolve) => {
      const end = (how: string) => {
        if (this.#child === child) this.#child = undefined;
        resolve();
        this.#startAgain(how, performance.now() - born);
      };
      child.once('error', (error) => end(error.message));
      child.once('exit', (code, signal) => end(signal ?? `code ${code}`));
    });
  }

  /** Ends the program; it comes back at once, with the new environment if one is given. */
  restart(environment: Environment = this.#environment): void {
    this.#environment = environment;
    this.#pause = 0;
    this.#child?.kill('SIGTERM');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#again);
    const child = this.#child;
    child?.kill('SIGTERM');
    const force = setTimeout(() => child?.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.#ended;
    clearTimeout(force);
  }

  #startAgain(how: string, lived: number): void {
    if (this.#stopping) return;
    if (lived > PROVEN_MS) this.#pause = FIRST_PAUSE_MS;
    say(`${this.#name} 已退出，重新启动 / ended (${how}), starting again`);
    this.#again = setTimeout(() => this.start(), this.#pause);
    this.#pause = Math.min(Math.max(this.#pause * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
  }
}

/** Runs one script to its end, its lines passed on; throws if it fails or is aborted. */
export function runOnce(options: {
  readonly name: string;
  readonly file: string;
  readonly parameters?: readonly string[];
  readonly cwd: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly listen?: (line: string) => void;
  /** For Node itself. */
  readonly flags?: readonly string[];
}): Promise<void> {
  const { name, file, parameters = [], cwd, environment, signal, listen, flags = [] } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, '--import', LEASH, file, ...parameters], {
      cwd,
      env: environment,
      signal,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    passOn(name, child.stdout as NonNullable<typeof child.stdout>, listen);
    passOn(name, child.stderr as NonNullable<typeof child.stderr>);
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${fileURLToPath(`file://${file}`)} failed`)),
    );
  });
}
