import { readFileSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { peakOf } from '../../bench/memory.ts';
import { killNow } from '../soak/launcher.ts';
import { startLinli } from '../soak/linli.ts';
import type { Planted } from './planted-sheet.ts';

export type Ran = {
  readonly imported: number;
  readonly known: number;
  readonly refused: number;
  /** What its error file says. */
  readonly faults: readonly Planted[];
  readonly seconds: number;
  /** The most memory it had at once, in MB. */
  readonly peak: number;
};

const LOOK_MS = 50;

/** Runs `linli import past-matters` as a process of its own, to its end. */
export async function runImport(
  environment: Readonly<Record<string, string>>,
  file: string,
): Promise<Ran> {
  const errors = `${file}.errors.csv`;
  rmSync(errors, { force: true });
  const started = performance.now();
  const { child, ended } = startLinli(
    environment,
    ...['import', 'past-matters', file, '--errors', errors],
  );
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, LOOK_MS);
  const { code, text } = await ended;
  clearInterval(look);
  const told = /(\d+) imported, (\d+) known, (\d+) refused/.exec(text);
  if (code !== 0 || !told) throw new Error(`the import ended with ${code}: ${text}`);
  const [imported = 0, known = 0, refused = 0] = told.slice(1).map(Number);
  const seconds = (performance.now() - started) / 1000;
  return { imported, known, refused, faults: faultsIn(errors), seconds, peak };
}

function faultsIn(path: string): Planted[] {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true });
  return rows.map((row) => {
    if (!row['reason']) throw new Error(`a fault has no reason in words: ${JSON.stringify(row)}`);
    return { line: Number(row['line']), column: row['column'] ?? '', code: row['code'] ?? '' };
  });
}

/** Begins the same import and kills it (SIGKILL) once `isHalfWay` holds. Throws where it came to its end before. */
export async function killImport(
  environment: Readonly<Record<string, string>>,
  file: string,
  isHalfWay: () => Promise<boolean>,
): Promise<void> {
  const { child, ended } = startLinli(environment, 'import', 'past-matters', file);
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!over && !(await isHalfWay())) await delay(LOOK_MS);
  if (over) throw new Error(`the import was over before it could be killed: ${(await ended).text}`);
  killNow(child.pid ?? 0);
  await ended;
}
