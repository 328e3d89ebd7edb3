import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Locked = {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const text = readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8');
const packages: Readonly<Record<string, Locked>> = JSON.parse(text).packages;

/** Where npm looks for a dependency of a package: below it, then further and further up. */
function isLocked(from: string, name: string): boolean {
  const parts = from.split('/node_modules/');
  const places = parts.map(
    (_, i) => `${parts.slice(0, parts.length - i).join('/node_modules/')}/node_modules/${name}`,
  );
  return [...places, `node_modules/${name}`].some((place) =>
    Object.hasOwn(packages, place.replace(/^\//, '')),
  );
}

describe('the lock file', () => {
  // npm drops what it cannot fetch while it writes the file, and then refuses to install from it.
  it('has every optional dependency of every package, of other platforms too', () => {
    const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(from, name)),
    );
    expect(missing).toEqual([]);
  });

  it('names no download address', () => {
    expect(Object.values(packages).filter((one) => one.resolved !== undefined)).toEqual([]);
  });
});
