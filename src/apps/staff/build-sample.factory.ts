import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function withSamplePages(): Plugin {
  return {
    name: 'sample-pages',
    enforce: 'pre',
    resolveId: (source) => (source === './modules.ts' ? here('./sample-pages.factory.tsx') : null),
  };
}

/** Builds the workbench with the sample pages, or as it is, into a folder of its own. */
export async function buildWorkbench(kind: 'sample' | 'shell'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'linli-workbench-'));
  await build({
    configFile: here('../../../vite.config.ts'),
    logLevel: 'error',
    plugins: kind === 'sample' ? [withSamplePages()] : [],
    build: { outDir: folder },
  });
  return folder;
}

/** Gzipped bytes of what the first page loads: all that index.html names. */
export function firstLoadBytes(folder: string): number {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  return readdirSync(join(folder, 'assets'))
    .filter((name) => html.includes(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name))).length, 0);
}
