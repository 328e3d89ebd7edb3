import type { Db } from '#kernel/db/client.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { missingOf } from './change-by-event.rules.ts';
import type { LinedRow, PastColumn, PastEvent, PastFault, PastParent } from './past-event.types.ts';
import { PAST_HEADERS } from './past-matters.tabular.ts';
import type { KnownBody, PastRegister } from './past-register.ts';

export type Resolving = {
  readonly register: PastRegister;
  readonly reach: AreaRange;
  readonly now: Date;
  /** The matter merged into, where it is known. */
  readonly parentOf: (external: string) => PastParent | undefined;
};

export function faultAt(
  { line, value }: LinedRow,
  column: PastColumn,
  code: string,
  shown?: string,
): PastFault {
  const own = value[column];
  const text = own instanceof Date ? own.toISOString() : String(own ?? '');
  return { line, column: PAST_HEADERS[column], code, value: (shown ?? text).slice(0, 60) };
}

/** Gives codes their meaning and finds what no rule needs to be asked about: all faults of the matter, not just the first. */
export async function resolvePast(
  db: Db,
  rows: readonly LinedRow[],
  given: Resolving,
): Promise<{ events: PastEvent[]; faults: PastFault[] }> {
  const faults: PastFault[] = orderFaults(rows, given.now);
  const events: PastEvent[] = [];
  for (const row of rows) events.push(await resolveRow(db, row, given, faults));
  const [first] = rows;
  if (first) faults.push(...(await placeFaults(db, first, given)), ...pointFaults(first));
  return { events, faults };
}

async function resolveRow(
  db: Db,
  row: LinedRow,
  given: Resolving,
  faults: PastFault[],
): Promise<PastEvent> {
  const { value } = row;
  const missing = missingOf(value.event).find((column) => value[column] === null);
  if (missing) faults.push(faultAt(row, missing, 'missing_for_event', value.event));
  const body = await bodyOf(db, row, 'body', given, faults);
  const to = await bodyOf(db, row, 'to', given, faults);
  const parent = value.parent === null ? null : (given.parentOf(value.parent) ?? null);
  if (value.parent !== null && parent === null)
    faults.push(faultAt(row, 'parent', 'parent_unknown'));
  return {
    ...value,
    line: row.line,
    body: body && { organisation: body.organisation, root: body.root },
    bodyCode: value.body,
    bodyKind: body?.kind ?? null,
    to: to && { organisation: to.organisation, root: to.root },
    toKind: to?.kind ?? null,
    parent,
  };
}

function orderFaults(rows: readonly LinedRow[], now: Date): PastFault[] {
  const faults: PastFault[] = [];
  rows.forEach((row, n) => {
    const { event, at } = row.value;
    const before = rows[n - 1]?.value.at;
    if (n === 0 && event !== 'receive') faults.push(faultAt(row, 'event', 'receive_missing'));
    if (n > 0 && event === 'receive') faults.push(faultAt(row, 'event', 'received_twice'));
    if (before && at < before) faults.push(faultAt(row, 'at', 'events_out_of_order'));
    if (at > now) faults.push(faultAt(row, 'at', 'in_the_future'));
  });
  return faults;
}

async function bodyOf(
  db: Db,
  row: LinedRow,
  column: 'body' | 'to',
  { register }: Resolving,
  faults: PastFault[],
): Promise<KnownBody | null> {
  const code = row.value[column];
  if (code === null) return null;
  const found = await register.body(db, code);
  if (!found) faults.push(faultAt(row, column, 'body_unknown'));
  return found;
}

async function placeFaults(db: Db, row: LinedRow, given: Resolving): Promise<PastFault[]> {
  const { area, building } = row.value;
  if (area === null) return [];
  const wrong = await wrongWith(db, area, given);
  if (wrong) return [faultAt(row, 'area', wrong)];
  const house = building === null ? null : await given.register.building(db, building);
  return building === null || house?.area === area
    ? []
    : [faultAt(row, 'building', 'building_unknown')];
}

async function wrongWith(db: Db, area: string, { register, reach }: Resolving) {
  if (!isWithin(reach, area)) return 'outside_area';
  if (!(await register.isPlace(db, area))) return 'area_unknown';
  return hasDispatcher(await register.around(db, area)) ? null : 'no_body_there';
}

function pointFaults(row: LinedRow): PastFault[] {
  const { lng, lat, source, hotline } = row.value;
  const faults: PastFault[] = [];
  if ((lng === null) !== (lat === null)) faults.push(faultAt(row, 'lng', 'point_incomplete'));
  if (source === 'hotline' && hotline === null)
    faults.push(faultAt(row, 'hotline', 'missing_for_event', 'hotline'));
  return faults;
}

/** Somebody above the community must be there to judge and, in the last resort, to check. */
const hasDispatcher = (around: { subdistrict: unknown; command: unknown }) =>
  around.subdistrict !== null || around.command !== null;
