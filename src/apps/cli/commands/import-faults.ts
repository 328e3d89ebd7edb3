import { closeSync, openSync, writeSync } from 'node:fs';
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

/** Takes faults as they are found: the first ones for the screen, all of them into the file `--errors` names, none kept. */
export class FaultTeller {
  readonly #call: Call;
  readonly #reasons: Readonly<Record<string, unknown>>;
  readonly #shown: ImportFault[] = [];
  #count = 0;
  #file: number | null = null;

  /** `texts`: the module's own words by code. */
  constructor(call: Call, texts: Readonly<Record<string, unknown>>) {
    this.#call = call;
    this.#reasons = { ...tabularMessages[call.lang].cell, ...texts };
  }

  get count(): number {
    return this.#count;
  }

  add(faults: readonly ImportFault[]): void {
    this.#count += faults.length;
    this.#shown.push(...faults.slice(0, SHOWN - this.#shown.length));
    if (faults.length > 0 && this.#path !== null) this.#write(this.#path, faults);
  }

  /** What is shown when all is done. */
  tell(): void {
    if (this.#count === 0) return;
    const words = importMessages[this.#call.lang];
    this.#call.say(words.faults(this.#count));
    for (const fault of this.#shown) {
      const where = words.line(fault.file, fault.line);
      this.#call.say(`  ${words.fault(where, fault.column, this.#reasonOf(fault), fault.value)}`);
    }
    if (this.#count > SHOWN) this.#call.say(`  ${words.faultsMore(this.#count - SHOWN)}`);
    if (this.#path !== null) this.#call.say(words.faultsKept(this.#path));
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  get #path(): string | null {
    const { errors } = this.#call.options;
    return typeof errors === 'string' ? resolve(errors) : null;
  }

  #reasonOf({ code }: ImportFault): string {
    return textOf(this.#reasons, code);
  }

  #write(path: string, faults: readonly ImportFault[]): void {
    const { headers } = importMessages[this.#call.lang];
    const text = csvText(
      [
        { header: headers.file, value: (fault: ImportFault) => fault.file },
        { header: headers.line, value: (fault: ImportFault) => fault.line },
        { header: headers.column, value: (fault: ImportFault) => fault.column },
        { header: headers.reason, value: (fault: ImportFault) => this.#reasonOf(fault) },
        { header: headers.code, value: (fault: ImportFault) => fault.code },
        { header: headers.value, value: (fault: ImportFault) => fault.value },
      ],
      faults,
    );
    const isFirst = this.#file === null;
    this.#file ??= openSync(path, 'w');
    writeSync(this.#file, isFirst ? BOM + text : text.slice(text.indexOf('\r\n') + 2));
  }
}

const WIDTH = 30;

/** A bar for the terminal, e.g. '[######------] 50 %'. */
export function barOf(done: number, total: number): string {
  const part = total === 0 ? 1 : done / total;
  const full = Math.round(part * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${Math.round(part * 100)} %`;
}
