import type { PastColumn, PastEventName } from '#modules/matters/index.ts';
import type { Random } from './random.ts';

export type MatterCells = Readonly<Partial<Record<PastColumn, string>>>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Shanghai has one clock all year. */
const OFFSET_MS = 8 * HOUR_MS;
const OPENS = 9;
const CLOSES = 17;

/** 'YYYY-MM-DD HH:MM:SS' by the district's clock. */
export const clockText = (ms: number) =>
  new Date(ms + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
export const dayText = (ms: number) => clockText(ms).slice(0, 10);
export const monthOf = (ms: number) => new Date(ms + OFFSET_MS).getUTCMonth() + 1;

/** The next moment of office time, with some minutes of chance. */
export function inOffice(ms: number, random: Random): number {
  const local = new Date(ms + OFFSET_MS);
  const hour = local.getUTCHours();
  const weekday = local.getUTCDay();
  const isOpen = hour >= OPENS && hour < CLOSES && weekday !== 0 && weekday !== 6;
  if (isOpen) return ms;
  const midnight = Math.floor((ms + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
  const skip = hour < OPENS && weekday !== 0 && weekday !== 6 ? 0 : 1;
  const day = midnight + skip * DAY_MS;
  const next = new Date(day + OFFSET_MS).getUTCDay();
  const rest = next === 6 ? 2 : next === 0 ? 1 : 0;
  return day + rest * DAY_MS + OPENS * HOUR_MS + random.between(0, 170) * 60_000;
}

/** The rows of one matter, in time order. What would come after now hasn't happened yet. */
export class Story {
  readonly rows: MatterCells[] = [];
  readonly #random: Random;
  readonly #external: string;
  readonly #now: number;
  #at: number;
  #isOver = false;

  constructor(random: Random, external: string, from: number, now: number) {
    this.#random = random;
    this.#external = external;
    this.#now = now;
    this.#at = from;
  }

  get at(): number {
    return this.#at;
  }

  /** Less than so many days ago. */
  isWithin(days: number): boolean {
    return this.#now - this.#at < days * DAY_MS;
  }

  /** Nothing more is told: it stays as it is until now. */
  stop(): void {
    this.#isOver = true;
  }

  /** Hours later somebody of a body does something, in office time. */
  byBody(event: PastEventName, body: string, hours: number, cells: MatterCells = {}): void {
    this.#tell(event, inOffice(this.#at + hours * HOUR_MS, this.#random), { body, ...cells });
  }

  /** Hours later the reporter does something, whatever the hour. */
  byReporter(event: PastEventName, hours: number, cells: MatterCells = {}): void {
    this.#tell(event, this.#at + hours * HOUR_MS, cells);
  }

  /** Time passes. */
  wait(hours: number): void {
    this.#at += hours * HOUR_MS;
  }

  #tell(event: PastEventName, at: number, cells: MatterCells): void {
    this.#at = Math.max(at, this.#at + 60_000);
    if (this.#at >= this.#now) this.#isOver = true;
    if (this.#isOver) return;
    this.rows.push({ external: this.#external, event, at: clockText(this.#at), ...cells });
  }
}
