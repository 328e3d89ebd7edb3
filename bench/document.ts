import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a measured part between its two marks in a document, leaving the words around it as they are. */
export function putIntoDocument(path: string, part: string, text: string): void {
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const before = readFileSync(path, 'utf8');
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${path} has no place for ${part}`);
  const after = `${before.slice(0, from + begin.length)}\n${text.trimEnd()}\n${before.slice(to)}`;
  writeFileSync(path, after);
}
