import { cpus, loadavg, totalmem } from 'node:os';
import type { Measured } from './measure.ts';
import type { Row } from './rows.ts';

export type Outcome = {
  readonly row: Row;
  readonly clients: number;
  readonly ours: Measured;
  readonly bare: Measured;
  readonly plain: Measured | undefined;
};

/** A figure that is no ratio of two servers. */
export type Single = {
  readonly name: string;
  readonly value: string;
  readonly bar: string;
  readonly holds: boolean;
};

export type Bench = {
  readonly matters: number;
  readonly rounds: number;
  readonly seconds: number;
  /** Load of the machine just before the measurements: what others did on it. */
  readonly load: number;
  readonly outcomes: readonly Outcome[];
  readonly singles: readonly Single[];
};

const percent = (part: number) => `${(part * 100).toFixed(0)} %`;
const ms = (time: number) => time.toFixed(time < 10 ? 1 : 0);
const ratio = (one: Measured, other: Measured) => one.rate / other.rate;
const BUSY_CLIENTS = 32;

export function verdictOf({ row, clients, ours, bare }: Outcome): string {
  const faults = [
    row.bar !== undefined && ratio(ours, bare) < row.bar && 'rate',
    row.p95 !== undefined && clients === BUSY_CLIENTS && ours.p95 > row.p95 && 'p95',
    ours.failed > 0 && `${ours.failed} failed`,
  ].filter((fault) => fault !== false);
  if (faults.length > 0) return `missed (${faults.join(', ')})`;
  return row.bar === undefined ? '–' : 'holds';
}

function barOf(row: Row, clients: number): string {
  const parts = [
    row.bar !== undefined && `≥ ${percent(row.bar)}`,
    row.p95 !== undefined && clients === BUSY_CLIENTS && `p95 ≤ ${row.p95} ms`,
  ].filter((part) => part !== false);
  return parts.join(', ') || '–';
}

const HEAD = [
  'work',
  'clients',
  'ours /s',
  'bare /s',
  'ratio',
  'plain /s',
  'ratio to plain',
  'ours p50 ms',
  'ours p95 ms',
  'bar',
  'verdict',
];

function lineOf(outcome: Outcome): string[] {
  const { row, clients, ours, bare, plain } = outcome;
  return [
    row.name,
    String(clients),
    ours.rate.toFixed(0),
    bare.rate.toFixed(0),
    percent(ratio(ours, bare)),
    plain ? plain.rate.toFixed(0) : '–',
    plain ? percent(ratio(ours, plain)) : '–',
    ms(ours.p50),
    ms(ours.p95),
    barOf(row, clients),
    verdictOf(outcome),
  ];
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The whole measurement as Markdown. */
export function reportOf(bench: Bench): string {
  const { matters, rounds, seconds, load, outcomes, singles } = bench;
  const gigabytes = (totalmem() / 1024 ** 3).toFixed(0);
  return `${[
    table(HEAD, outcomes.map(lineOf)),
    table(
      ['figure', 'measured', 'bar', 'verdict'],
      singles.map(({ name, value, bar, holds }) => [name, value, bar, holds ? 'holds' : 'missed']),
    ),
    `${matters.toLocaleString('en')} matters in the database; ${rounds} interleaved slices of ${seconds} s a server; ` +
      `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}) shared by server, database and load generator, ` +
      `${gigabytes} GB of memory, Node ${process.versions.node}. ` +
      `Load of the machine before the first slice: ${load.toFixed(1)} (0 is idle; above 0.5 others were at work too).`,
  ].join('\n\n')}\n`;
}

export const loadNow = () => loadavg()[0] ?? Number.NaN;
