import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findPackage, restoreLinks } from './binaries.ts';

test('a system without a package is told what to do', () => {
  expect(() => findPackage('sunos', 'x64')).toThrow(
    /no embedded PostgreSQL for sunos-x64.*DATABASE_URL/s,
  );
});

test('the links that an install script would have made are restored, also where the folder has another name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-links-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const copy = join(folder, 'postgres-18');
  mkdirSync(join(copy, 'lib'), { recursive: true });
  writeFileSync(join(copy, 'lib', 'libx.so.1.2'), '');
  const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
  writeFileSync(join(copy, 'pg-symlinks.json'), JSON.stringify(links));
  restoreLinks(copy);
  restoreLinks(copy);
  expect(lstatSync(join(copy, 'lib', 'libx.so.1')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(copy, 'lib', 'libx.so.1'))).toBe(true);
});
