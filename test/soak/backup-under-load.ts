import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { exactly, type Finding, type Soak, told } from './finding.ts';
import { linli } from './linli.ts';
import { ClerkLoad } from './load.ts';

const CLERKS = 4;
const SEAL = /last seal: no\. (\d+), up to row (\d+), (\w{64})/;

/** Backs up while clerks work, restores into another installation, and compares the last seals. */
export async function backupUnderLoad(soak: Soak): Promise<Finding[]> {
  const { launched, cookie, dataDir, scratch } = soak;
  const folder = join(scratch, 'backup');
  const elsewhere = join(scratch, 'elsewhere');
  const load = new ClerkLoad(launched.base, cookie, CLERKS);
  const before = performance.now();
  const written = await linli(dataDir, 'backup', folder);
  const seconds = (performance.now() - before) / 1000;
  await load.stop();
  mkdirSync(elsewhere, { mode: 0o711 });
  const restored = await linli(elsewhere, 'restore', folder);
  const verified = await linli(elsewhere, 'journal', 'verify');
  const seal = (text: string) => SEAL.exec(text)?.slice(1).join(':') ?? 'none';
  const short = (text: string) => seal(text).slice(0, 24);
  return [
    told(
      'backup under load',
      `${seconds.toFixed(1)} s, ${load.acknowledged.length} matters filed meanwhile`,
    ),
    exactly('restored elsewhere: last seal', short(restored), short(written)),
    exactly('restored elsewhere: last seal recomputed', short(verified), short(written)),
  ];
}
