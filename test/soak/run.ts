/** `npm run test:soak`: kills, breaks and an hour of load against the whole product; its table goes to docs/soak.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ACCOUNTS, signIn } from '../../bench/district.ts';
import { putIntoDocument } from '../../bench/document.ts';
import { makeInstallation, ownerPool, root } from '../../bench/installation.ts';
import { backupUnderLoad } from './backup-under-load.ts';
import { type Finding, tableOf } from './finding.ts';
import { killImports } from './kill-imports.ts';
import { killUnderLoad } from './kill-under-load.ts';
import { Launched } from './launcher.ts';
import { loadForMinutes } from './long-load.ts';
import { plantedImports } from './planted-imports.ts';

const PORT = 18_630;

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    minutes: { type: 'string', default: '0' },
    matters: { type: 'string', default: '50000' },
    /** One part alone: kills, imports, planted or backup. */
    only: { type: 'string' },
    /** Takes dist/ as it is. */
    'no-build': { type: 'boolean', default: false },
    /** Prints the table and leaves docs/soak.md as it is. */
    'print-only': { type: 'boolean', default: false },
  },
});
const kills = Number(options.kills);
const wants = (part: string) => options.only === undefined || options.only === part;

console.log('soak: database, district, launcher …');
const place = await makeInstallation('soak', PORT);
const scratch = mkdtempSync(join(tmpdir(), 'linli-soak-files-'));
await place.stop();
const launched = await Launched.start(place.environment, options['no-build'] ? ['--no-build'] : []);
const owner = ownerPool(place.urls.owner);
owner.on('error', () => {}); // the database is killed under it
const findings: Finding[] = [];
try {
  const cookie = await signIn(launched.base, ACCOUNTS.clerk);
  const soak = { launched, owner, cookie, scratch, ...place };
  if (wants('kills'))
    for (const which of ['server', 'postgres'] as const)
      findings.push(...(await killUnderLoad(soak, which, kills)));
  if (wants('imports')) findings.push(...(await killImports(soak, kills, Number(options.matters))));
  if (wants('planted')) findings.push(...(await plantedImports(soak, Number(options.matters))));
  if (wants('backup')) findings.push(...(await backupUnderLoad(soak)));
  if (options.minutes !== '0')
    findings.push(...(await loadForMinutes(soak, Number(options.minutes))));
} finally {
  await owner.end();
  await launched.stop();
  place.remove();
  rmSync(scratch, { recursive: true, force: true });
}
const table = tableOf(findings);
console.log(`\n${table}`);
if (!options['print-only'] && options.only === undefined)
  putIntoDocument(join(root, 'docs/soak.md'), 'soak', table);
process.exit(findings.every(({ holds }) => holds) ? 0 : 1);
