import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'src/**/*',
  'db/**/*.ts',
  'scripts/build.ts',
  'scripts/build/**',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];
const NOT_BUILT = /(\.test\.tsx?|\.md|\.factory\.ts)$|^src\/apps\/launcher\//;

/** The fingerprint of everything the build reads: by content, as a checkout gives files new times. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !NOT_BUILT.test(path))
    .sort();
  for (const path of files) {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

/** The fingerprint the built files were made from, or undefined if there are none. */
export function builtStamp(dist: string): string | undefined {
  try {
    return readFileSync(join(dist, 'stamp'), 'utf8').trim();
  } catch {
    return undefined;
  }
}
