import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { canonical, writeJournal } from '#kernel/journal/journal.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import type { Area } from '../areas/area.types.ts';
import { listAllVersions } from '../areas/areas.queries.ts';
import { makeStairwellCode } from '../buildings/stairwell-code.rules.ts';
import { type AreaGiven, type AreasPlan, planAreas } from './plan-areas.rules.ts';
import {
  type BuildingGiven,
  type BuildingsPlan,
  type BuildingsStored,
  planBuildings,
} from './plan-buildings.rules.ts';
import {
  insertAreas,
  insertSuccessions,
  listStored,
  listStoredShapes,
  lockTerritory,
  updateArea,
  upsertBuildings,
  upsertEstates,
  upsertGrids,
  upsertShape,
  upsertStairwells,
} from './territory-import.queries.ts';
import type {
  Lined,
  ShapeRow,
  Tally,
  TerritoryFault,
  TerritoryReport,
} from './territory-import.types.ts';

export type TerritoryRows = {
  readonly areas?: readonly Lined<AreaGiven>[];
  readonly buildings?: readonly Lined<BuildingGiven>[];
  readonly polygons?: readonly Lined<ShapeRow>[];
  /** Faults of rows that could not be read at all; they are only reported on. */
  readonly faults?: readonly TerritoryFault[];
};

const VERB = 'territory.import';

/**
 * Brings the register to what the lists say: good rows go in, bad ones are reported by line. Repeating it changes
 * nothing. A dry run reports the same and writes nothing. Throws 'forbidden' without the capability.
 */
export async function importTerritory(
  world: World,
  actor: Actor,
  rows: TerritoryRows,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<TerritoryReport> {
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const plan = await planTerritory(tx, world, actor, rows);
    if (!dryRun) await write(tx, world, actor, plan);
    return { dryRun, ...plan.report };
  });
}

/** As `importTerritory`, in the caller's transaction. */
export async function importTerritoryInside(
  tx: Tx,
  world: World,
  actor: Actor,
  rows: TerritoryRows,
): Promise<TerritoryReport> {
  const plan = await planTerritory(tx, world, actor, rows);
  await write(tx, world, actor, plan);
  return { dryRun: false, ...plan.report };
}

async function planTerritory(
  tx: Tx,
  world: World,
  actor: Actor,
  rows: TerritoryRows,
): Promise<Plan> {
  if (actor.face !== 'system' && !may(actor, VERB)) throw forbidden(VERB);
  await lockTerritory(tx);
  const known = await listAllVersions(tx);
  const options = { reach: actor.area, newId: world.newId };
  const areas = planAreas(known, rows.areas ?? [], options);
  const stored = await listStored(tx);
  const buildings = planBuildings(stored, rows.buildings ?? [], {
    ...options,
    knows: areas.knows,
    newCode: freshCodes(world, stored),
  });
  const shapes = await planShapes(tx, actor, areas, rows.polygons ?? []);
  return { areas, buildings, shapes, report: reportOf(rows, areas, buildings, shapes) };
}

function freshCodes(world: World, stored: BuildingsStored): () => string {
  const taken = new Set(stored.stairwells.map((row) => row.code));
  return () => {
    let code = makeStairwellCode(world.random);
    while (taken.has(code)) code = makeStairwellCode(world.random);
    taken.add(code);
    return code;
  };
}

type ShapesPlan = {
  readonly writes: readonly ShapeRow[];
  readonly tally: Tally;
  readonly faults: readonly TerritoryFault[];
};

async function planShapes(
  tx: Tx,
  actor: Actor,
  areas: AreasPlan,
  rows: readonly Lined<ShapeRow>[],
): Promise<ShapesPlan> {
  const print = (shape: { crs: string; geometry: unknown }) =>
    canonical({ crs: shape.crs, geometry: shape.geometry });
  const stored = rows.length === 0 ? [] : await listStoredShapes(tx);
  const before = new Map(stored.map((row) => [`${row.code} ${row.validFrom}`, print(row)]));
  const writes: ShapeRow[] = [];
  const faults: TerritoryFault[] = [];
  const tally = { added: 0, changed: 0, unchanged: 0 };
  for (const { line, value } of rows) {
    const { code } = value;
    if (!isWithin(actor.area, code) || !areas.knows(code)) {
      faults.push({ file: 'polygons', line, column: 'code', code: 'area_unknown', value: code });
      continue;
    }
    const old = before.get(`${code} ${value.validFrom}`);
    if (old === print(value)) {
      tally.unchanged += 1;
      continue;
    }
    tally[old === undefined ? 'added' : 'changed'] += 1;
    writes.push(value);
  }
  return { writes, tally, faults };
}

function reportOf(
  rows: TerritoryRows,
  areas: AreasPlan,
  buildings: BuildingsPlan,
  shapes: ShapesPlan,
): Plan['report'] {
  const faults = [...(rows.faults ?? []), ...areas.faults, ...buildings.faults, ...shapes.faults];
  return {
    areas: areas.tally,
    polygons: shapes.tally,
    grids: buildings.grids.tally(),
    estates: buildings.estates.tally(),
    buildings: buildings.buildings.tally(),
    stairwells: buildings.stairwells.tally(),
    faults: faults.toSorted((a, b) => a.line - b.line),
  };
}

type Plan = {
  readonly areas: AreasPlan;
  readonly buildings: BuildingsPlan;
  readonly shapes: ShapesPlan;
  readonly report: Omit<TerritoryReport, 'dryRun'>;
};

async function write(tx: Tx, world: World, actor: Actor, plan: Plan): Promise<void> {
  const { areas, buildings, shapes } = plan;
  // Closing first: one version of an area is open at a time, and an index says so.
  for (const area of areas.updates) await updateArea(tx, area);
  await insertAreas(tx, areas.inserts);
  await insertSuccessions(
    tx,
    areas.successions.map((row) => ({ ...row, id: world.newId() })),
  );
  for (const shape of shapes.writes) await upsertShape(tx, world.newId(), shape);
  await upsertEstates(tx, [...buildings.estates.inserts(), ...buildings.estates.updates()]);
  await upsertGrids(tx, [...buildings.grids.inserts(), ...buildings.grids.updates()]);
  await upsertBuildings(tx, [...buildings.buildings.inserts(), ...buildings.buildings.updates()]);
  const doors = [...buildings.stairwells.inserts(), ...buildings.stairwells.updates()];
  await upsertStairwells(tx, doors);
  for (const area of areas.inserts) await tell(tx, world, actor, area, 'area.added');
  for (const area of areas.updates) await tell(tx, world, actor, area, 'area.changed');
  await tellWhole(tx, world, actor, plan.report);
}

async function tell(tx: Tx, world: World, actor: Actor, area: Area, verb: string): Promise<void> {
  await writeJournal(tx, world, actor, {
    subject: { kind: 'area', id: area.id },
    verb,
    area: area.code,
    codes: { from: area.validFrom, to: area.validTo, kind: area.kind },
    detail: { name: area.name },
  });
}

/** Buildings and doors come by the thousand: one row counts them, unless nothing changed at all. */
async function tellWhole(tx: Tx, world: World, actor: Actor, report: Plan['report']) {
  const kinds = ['areas', 'polygons', 'grids', 'estates', 'buildings', 'stairwells'] as const;
  const counts = kinds.flatMap((kind) => [
    [`${kind}Added`, report[kind].added] as const,
    [`${kind}Changed`, report[kind].changed] as const,
  ]);
  if (counts.every(([, count]) => count === 0)) return;
  await writeJournal(tx, world, actor, {
    subject: { kind: 'territory', id: world.newId() },
    verb: 'territory.imported',
    area: actor.area.lo.padEnd(12, '0').slice(0, 12),
    codes: Object.fromEntries(counts),
  });
}
