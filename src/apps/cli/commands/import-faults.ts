import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { textOf } from '#kernel/pure/messages.ts';
import { tabularMessages } from '#kernel/tabular/tabular.messages.ts';
import { csvText } from '#kernel/tabular/tabular.ts';
import type { Call } from '../command.ts';
import { importMessages } from './import.messages.ts';

/** One thing wrong with one cell of one file. */
export type ImportFault = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
};

/** So many stand on the screen; the error file holds them all. */
const SHOWN = 20;
const BOM = '\ufeff';

/** Shows the first faults, and writes all of them where `--errors` says. `texts`: the module's own words by code. */
export function tellFaults(
  call: Call,
  faults: readonly ImportFault[],
  texts: Readonly<Record<string, unknown>>,
): void {
  if (faults.length === 0) return;
  const words = importMessages[call.lang];
  const all = { ...tabularMessages[call.lang].cell, ...texts };
  const reasonOf = ({ code }: ImportFault) => textOf(all, code);
  call.say(words.faults(faults.length));
  for (const fault of faults.slice(0, SHOWN)) {
    const where = words.line(fault.file, fault.line);
    call.say(`  ${words.fault(where, fault.column, reasonOf(fault), fault.value)}`);
  }
  if (faults.length > SHOWN) call.say(`  ${words.faultsMore(faults.length - SHOWN)}`);
  const { errors } = call.options;
  if (typeof errors !== 'string') return;
  const { headers } = words;
  const columns = [
    { header: headers.file, value: (fault: ImportFault) => fault.file },
    { header: headers.line, value: (fault: ImportFault) => fault.line },
    { header: headers.column, value: (fault: ImportFault) => fault.column },
    { header: headers.reason, value: reasonOf },
    { header: headers.code, value: (fault: ImportFault) => fault.code },
    { header: headers.value, value: (fault: ImportFault) => fault.value },
  ];
  const path = resolve(errors);
  writeFileSync(path, BOM + csvText(columns, faults));
  call.say(words.faultsKept(path));
}

const WIDTH = 30;

/** A bar for the terminal, e.g. '[######------] 50 %'. */
export function barOf(done: number, total: number): string {
  const part = total === 0 ? 1 : done / total;
  const full = Math.round(part * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${Math.round(part * 100)} %`;
}
