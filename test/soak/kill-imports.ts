import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { exactly, type Finding, type Soak, told } from './finding.ts';
import { killNow } from './launcher.ts';
import { startLinli } from './linli.ts';
import { writePastFile } from './past-file.ts';
import { truthOf } from './truth.ts';

/** How long an import may go on after its first new batch. */
const SPREAD_MS = 600;
const LOOK_MS = 50;

/** Kills an import of past matters in the middle again and again, starting the same command anew, until one runs through. */
export async function killImports(soak: Soak, kills: number, matters: number): Promise<Finding[]> {
  const { dataDir, owner, scratch, environment } = soak;
  const file = join(scratch, 'past.csv');
  writePastFile(file, matters);
  let killed = 0;
  while (killed < kills) {
    const before = await countPast();
    const { child, ended } = startLinli({ DATA_DIR: dataDir }, 'import', 'past-matters', file);
    let over = false;
    void ended.then(() => {
      over = true;
    });
    while (!over && (await countPast()) === before) await delay(LOOK_MS);
    await delay(Math.random() * SPREAD_MS);
    if (over) break; // it came to its end: there is nothing left to interrupt
    killNow(child.pid ?? 0);
    await ended;
    killed += 1;
    console.log(`soak: import killed ${killed}/${kills} after ${await countPast()} matters`);
  }
  const last = await startLinli({ DATA_DIR: dataDir }, 'import', 'past-matters', file).ended;
  const again = await startLinli({ DATA_DIR: dataDir }, 'import', 'past-matters', file).ended;
  const truth = await truthOf(environment);
  const orphans = await owner.query(
    `select (select count(*)::int from past_matter p where not exists (select from matter m where m.id = p.matter_id))
       + (select count(*)::int from matter m join past_matter p on p.matter_id = m.id where (select count(*) from journal j where j.subject_id = m.id) < 3) as n`,
  );
  const told1 = /(\d+) imported, (\d+) known, (\d+) refused/.exec(again.text);
  if (last.code !== 0) console.log(last.text);
  return [
    told('import of past matters killed in the middle', `${killed} of ${kills} times`),
    exactly('import: matters in the end', await countPast(), matters),
    exactly('import: matters cut in two', orphans.rows[0].n, 0),
    exactly('import: the same file once more imports', Number(told1?.[1] ?? -1), 0),
    exactly('import: counters that differ from their records', truth.differences, 0),
    exactly('import: faults in the journal', truth.journalFaults, 0),
  ];

  async function countPast(): Promise<number> {
    const { rows } = await owner.query('select count(*)::int as n from past_matter');
    return rows[0].n;
  }
}
