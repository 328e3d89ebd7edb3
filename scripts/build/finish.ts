import { createHash } from 'node:crypto';
import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { BuildContext } from './context.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const COMPRESSIBLE = new Set(['.css', '.js', '.mjs', '.html', '.svg', '.json', '.txt']);
/** Below this a packet holds the file anyway. */
const WORTH_BYTES = 1_000;
const AT_ONCE = 2;

/** Gives every public file a name that changes with its content, and writes which name stands for which. */
export function nameByContent({ publicFolder }: BuildContext): void {
  const manifest: Record<string, string> = {};
  for (const path of globSync(['*.css', 'islands/*.js'], { cwd: publicFolder }).sort()) {
    const content = readFileSync(join(publicFolder, path));
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    const named = path.replace(/\.(css|js)$/, `-${hash}.$1`).replaceAll('\\', '/');
    renameSync(join(publicFolder, path), join(publicFolder, named));
    manifest[basename(path)] = named;
  }
  writeFileSync(join(publicFolder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** Lays a brotli and a gzip twin beside every text file that browsers fetch, so that no request pays for compression. */
export async function precompress({ dist }: BuildContext): Promise<void> {
  const files = globSync(['public/**/*', 'workbench/**/*'], { cwd: dist }).filter((path) =>
    COMPRESSIBLE.has(extname(path)),
  );
  const lane = async (): Promise<void> => {
    for (let path = files.pop(); path; path = files.pop()) await compress(join(dist, path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < WORTH_BYTES) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${path}.br`, await brotli(content, { params }));
  await writeFile(`${path}.gz`, await zip(content, { level: 9 }));
}
