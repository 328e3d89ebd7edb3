import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The address of a built file by its plain name ('portal.css', 'islands/live.js'), as the build's manifest names it. */
export function openAssets(publicFolder: string): (name: string) => string {
  const path = join(publicFolder, 'manifest.json');
  const manifest: Record<string, string> = existsSync(path)
    ? JSON.parse(readFileSync(path, 'utf8'))
    : {};
  return (name) => `/assets/${manifest[basename(name)] ?? name}`;
}
