import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Writes one line of the launcher's own. */
export function say(text: string): void {
  console.log(`linli    | ${text}`);
}

/** Passes a child's lines on under its name; each also goes to the listener. */
export function passOn(name: string, stream: Readable, listen?: (line: string) => void): void {
  createInterface({ input: stream }).on('line', (line) => {
    console.log(`${name.padEnd(8)} | ${line}`);
    listen?.(line);
  });
}

/** What went wrong, in one paragraph, with the causes. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message}\n  ${reasonOf(error.cause)}` : error.message;
}
