import { setTimeout as delay } from 'node:timers/promises';
import { memoryOf } from '../../bench/memory.ts';
import { type Finding, type Soak, told } from './finding.ts';
import { ClerkLoad } from './load.ts';

const CLERKS = 8;
const LIMITS = { server: 300, worker: 500, postgres: 600 } as const;

/** Clerks at work for so many minutes; then the memory of each program (PSS summed). */
export async function loadForMinutes(soak: Soak, minutes: number): Promise<Finding[]> {
  const load = new ClerkLoad(soak.launched.base, soak.cookie, CLERKS);
  await delay(minutes * 60_000);
  const processes = soak.launched.processes();
  const memory = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).map((name): Finding => {
    const used = memoryOf(processes[name]);
    return {
      what: `memory of ${name} after ${minutes} minutes of load, PSS`,
      found: `${used.toFixed(0)} MB`,
      wanted: `≤ ${LIMITS[name]} MB`,
      holds: used <= LIMITS[name],
    };
  });
  await load.stop();
  return [
    told(
      `matters filed, taken and finished in ${minutes} minutes`,
      String(load.acknowledged.length),
    ),
    ...memory,
  ];
}
