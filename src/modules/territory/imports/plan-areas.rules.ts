// How a list of areas changes the register: each row is one version of one area, placed among those already known.
import { type AreaRange, isWithin } from '#kernel/pure/area.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { kindOfCode, refusalToArea } from '../areas/area.rules.ts';
import type { Area, Succession } from '../areas/area.types.ts';
import { placeVersion } from '../areas/versions.rules.ts';
import { isSame } from './register.rules.ts';
import type { Lined, Tally, TerritoryFault } from './territory-import.types.ts';

export type AreaGiven = Omit<Area, 'id'> & { readonly predecessors: readonly string[] | null };

export type AreasPlan = {
  readonly inserts: readonly Area[];
  /** Rows already there whose fields or last day change. */
  readonly updates: readonly Area[];
  readonly successions: readonly Succession[];
  readonly tally: Tally;
  readonly faults: readonly TerritoryFault[];
  /** Whether an area of a code is known once the plan is carried out. */
  readonly knows: (code: string) => boolean;
};

const LEVELS = ['district', 'subdistrict', 'community', 'village'];

/** Parents before children, older versions before newer ones, whatever the order of the file. */
function inOrder(rows: readonly Lined<AreaGiven>[]): Lined<AreaGiven>[] {
  const key = ({ value }: Lined<AreaGiven>) =>
    `${LEVELS.indexOf(value.kind)} ${value.code} ${value.validFrom}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

type Ledger = {
  readonly versions: Map<string, Area[]>;
  readonly before: Map<string, Area>;
  readonly said: Set<string>;
};

export function planAreas(
  existing: readonly Area[],
  rows: readonly Lined<AreaGiven>[],
  options: { readonly reach: AreaRange; readonly newId: () => string },
): AreasPlan {
  const ledger: Ledger = {
    versions: new Map(),
    before: new Map(existing.map((area) => [area.id, area])),
    said: new Set(),
  };
  for (const area of existing) keep(ledger, area);
  const faults: TerritoryFault[] = [];
  const successions: Succession[] = [];
  for (const { line, value } of inOrder(rows)) {
    const fault = take(ledger, value, options);
    if (fault) {
      faults.push({ file: 'areas', line, ...fault });
      continue;
    }
    for (const predecessor of value.predecessors ?? []) {
      successions.push({ predecessor, successor: value.code, happenedOn: value.validFrom });
    }
  }
  return { ...outcome(ledger), successions, faults, knows: (code) => ledger.versions.has(code) };
}

type Fault = Pick<TerritoryFault, 'column' | 'code' | 'value'>;

function take(
  ledger: Ledger,
  { predecessors: _, ...given }: AreaGiven,
  { reach, newId }: { reach: AreaRange; newId: () => string },
): Fault | null {
  const { code } = given;
  if (!isWithin(reach, code)) return { column: 'code', code: 'outside_area', value: code };
  const known = (of: string) =>
    ledger.versions.has(of) ? (kindOfCode(of) ?? undefined) : undefined;
  const refusal = refusalToArea(given, known);
  if (refusal)
    return {
      column: 'parent',
      code: refusal.refused,
      value: `${code} ${given.parent ?? ''}`.trim(),
    };
  const key = `${code} ${given.validFrom}`;
  if (ledger.said.has(key)) return { column: 'code', code: 'row_twice', value: code };
  const placed = placeVersion(ledger.versions.get(code) ?? [], given);
  if (isRefusal(placed))
    return { column: 'validFrom', code: placed.refused, value: given.validFrom };
  ledger.said.add(key);
  const next = { ...given, validTo: placed.validTo };
  if (placed.act === 'update') keep(ledger, { ...next, id: placed.old.id });
  else {
    if (placed.close) keep(ledger, { ...placed.close, validTo: given.validFrom });
    keep(ledger, { ...next, id: newId() });
  }
  return null;
}

/** Puts a version in the place of the one with the same id. */
function keep(ledger: Ledger, area: Area): void {
  const others = (ledger.versions.get(area.code) ?? []).filter((one) => one.id !== area.id);
  ledger.versions.set(area.code, [...others, area]);
}

function outcome({ versions, before, said }: Ledger) {
  const all = [...versions.values()].flat();
  const inserts = all.filter((area) => !before.has(area.id));
  const updates = all.filter((area) => {
    const old = before.get(area.id);
    return old !== undefined && !isSame(old, area);
  });
  // A version that is merely closed by its successor isn't in the list and so isn't counted.
  const changed = updates.filter((area) => said.has(`${area.code} ${area.validFrom}`)).length;
  const tally = { added: inserts.length, changed, unchanged: said.size - inserts.length - changed };
  return { inserts, updates, tally };
}
