import { setTimeout as delay } from 'node:timers/promises';
import { exactly, type Finding, type Soak, told } from './finding.ts';
import { ClerkLoad } from './load.ts';
import { countHalves, lostOf, truthOf } from './truth.ts';

const CLERKS = 6;
/** Between two deaths: long enough that work is under way again. */
const LIFE_MS = [700, 2_500] as const;

/** Kills the server, or PostgreSQL, again and again while clerks file, take and finish; then looks for what is missing. */
export async function killUnderLoad(
  soak: Soak,
  which: 'server' | 'postgres',
  kills: number,
): Promise<Finding[]> {
  const { launched, owner, cookie, environment } = soak;
  const load = new ClerkLoad(launched.base, cookie, CLERKS);
  const absences: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await delay(LIFE_MS[0] + Math.random() * (LIFE_MS[1] - LIFE_MS[0]));
    launched.kill(which);
    await delay(100);
    absences.push(await launched.untilServing());
    console.log(
      `soak: ${which} killed ${kill + 1}/${kills}, back after ${absences.at(-1)?.toFixed(1)} s`,
    );
  }
  await load.stop();
  const truth = await truthOf(environment);
  const halves = Object.entries(await countHalves(owner));
  const lost = await lostOf(owner, load.acknowledged);
  const twice = await owner.query(
    'select (select count(*)::int from matter) - (select count(*)::int from idempotency) as n',
  );
  const name = which === 'server' ? 'server' : 'PostgreSQL';
  for (const one of [...lost, ...load.surprises].slice(0, 10)) console.log(`soak: ${one}`);
  return [
    exactly(`${name} killed (SIGKILL) under load and back by itself`, absences.length, kills),
    told(`${name}: longest absence`, `${Math.max(...absences).toFixed(1)} s`),
    told(
      `${name}: matters acknowledged, answers missed and asked again`,
      `${load.acknowledged.length}, ${load.interruptions}`,
    ),
    exactly(`${name}: acknowledged steps lost`, lost.length, 0),
    exactly(`${name}: answers nobody expects`, load.surprises.length, 0),
    exactly(`${name}: matters beyond their request keys`, twice.rows[0].n, 0),
    ...halves.map(([what, count]) => exactly(`${name}: ${what}`, count, 0)),
    exactly(`${name}: counters that differ from their records`, truth.differences, 0),
    exactly(`${name}: faults in the journal of ${truth.journalRows} rows`, truth.journalFaults, 0),
  ];
}
