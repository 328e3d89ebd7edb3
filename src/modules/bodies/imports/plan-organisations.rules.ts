// How a list of organisations changes the register: each row is one name and parent, placed among those already known.
import { type AreaRange, isWithin } from '#kernel/pure/area.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { kindOfCode, placeVersion } from '#modules/territory/pure.ts';
import {
  isOneOfThree,
  isPart,
  refusalToOrganisation,
} from '../organisations/organisation.rules.ts';
import {
  ORGANISATION_CODE,
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationVersion,
} from '../organisations/organisation.types.ts';
import type { BodiesFault, Lined, OrganisationGiven, Tally } from './bodies-import.types.ts';

export type OrganisationStored = Omit<Organisation, 'name' | 'nameEn' | 'parentId'>;

export type OrganisationsPlan = {
  readonly inserts: readonly OrganisationStored[];
  readonly updates: readonly OrganisationStored[];
  readonly newVersions: readonly OrganisationVersion[];
  readonly oldVersions: readonly OrganisationVersion[];
  readonly tally: Tally;
  readonly faults: readonly BodiesFault[];
  readonly find: (code: string) => OrganisationStored | undefined;
};

export type OrganisationsOptions = {
  readonly reach: AreaRange;
  readonly knowsArea: (code: string) => boolean;
  readonly newId: () => string;
};

type Ledger = {
  readonly organisations: Map<string, OrganisationStored>;
  readonly versions: Map<string, OrganisationVersion[]>;
  /** 'added', 'changed' or 'unchanged' for each row taken. */
  readonly outcomes: Map<string, keyof Tally>;
};

type Fault = Pick<BodiesFault, 'column' | 'code' | 'value'>;

/** Superiors before those they lead; within a kind the file's own order, in which the first of two that clash wins. */
function inOrder(rows: readonly Lined<OrganisationGiven>[]): Lined<OrganisationGiven>[] {
  const rank = ({ value }: Lined<OrganisationGiven>) => ORGANISATION_KINDS.indexOf(value.kind);
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}

export function planOrganisations(
  stored: {
    readonly organisations: readonly OrganisationStored[];
    readonly versions: readonly OrganisationVersion[];
  },
  rows: readonly Lined<OrganisationGiven>[],
  options: OrganisationsOptions,
): OrganisationsPlan {
  const before = new Map(stored.organisations.map((one) => [one.id, one]));
  const beforeVersions = new Map(stored.versions.map((one) => [one.id, one]));
  const ledger: Ledger = {
    organisations: new Map(stored.organisations.map((one) => [one.code, one])),
    versions: new Map(),
    outcomes: new Map(),
  };
  for (const version of stored.versions) keepVersion(ledger, version);
  const faults: BodiesFault[] = [];
  for (const { line, value } of inOrder(rows)) {
    const fault = take(ledger, value, options);
    if (fault) faults.push({ file: 'organisations', line, ...fault });
  }
  const organisations = [...ledger.organisations.values()].map((one) => bounded(ledger, one));
  const versions = [...ledger.versions.values()].flat();
  return {
    inserts: organisations.filter((one) => !before.has(one.id)),
    updates: organisations.filter((one) => before.has(one.id) && !same(before.get(one.id), one)),
    newVersions: versions.filter((one) => !beforeVersions.has(one.id)),
    oldVersions: versions.filter(
      (one) => beforeVersions.has(one.id) && !same(beforeVersions.get(one.id), one),
    ),
    tally: tallyOf(ledger),
    faults,
    find: (code) => ledger.organisations.get(code),
  };
}

function take(ledger: Ledger, row: OrganisationGiven, options: OrganisationsOptions): Fault | null {
  const parent = row.parentCode === null ? null : ledger.organisations.get(row.parentCode);
  const fault = faultOf(ledger, row, parent, options);
  if (fault) return fault;
  const old = ledger.organisations.get(row.code);
  const id = old?.id ?? options.newId();
  const versions = ledger.versions.get(id) ?? [];
  const placed = placeVersion(versions, row);
  if (isRefusal(placed)) return { column: 'validFrom', code: placed.refused, value: row.validFrom };
  const version = {
    organisationId: id,
    name: row.name,
    nameEn: row.nameEn,
    parentId: parent?.id ?? null,
    validFrom: row.validFrom,
    validTo: placed.validTo,
  };
  if (placed.act === 'insert' && placed.close)
    keepVersion(ledger, { ...placed.close, validTo: row.validFrom });
  const versionId = placed.act === 'update' ? placed.old.id : options.newId();
  keepVersion(ledger, { ...version, id: versionId });
  const isNewest = versions.every((one) => one.validFrom <= row.validFrom);
  const next = isNewest || !old ? organisationOf(row, id, parent ?? null) : old;
  ledger.organisations.set(row.code, next);
  ledger.outcomes.set(`${row.code} ${row.validFrom}`, outcomeOf(placed, old, next, version));
  return null;
}

function outcomeOf(
  placed: { act: 'insert' } | { act: 'update'; old: OrganisationVersion },
  old: OrganisationStored | undefined,
  next: OrganisationStored,
  version: Omit<OrganisationVersion, 'id'>,
): keyof Tally {
  if (placed.act === 'insert') return 'added';
  const contacts = old && { ...next, validFrom: old.validFrom, validTo: old.validTo };
  return same(placed.old, { ...version, id: placed.old.id }) && same(old, contacts)
    ? 'unchanged'
    : 'changed';
}

function faultOf(
  ledger: Ledger,
  row: OrganisationGiven,
  parent: OrganisationStored | null | undefined,
  { reach, knowsArea }: OrganisationsOptions,
): Fault | null {
  const { code, area, kind } = row;
  if (!ORGANISATION_CODE.test(code)) return { column: 'code', code: 'code_malformed', value: code };
  if (!isWithin(reach, area)) return { column: 'area', code: 'outside_area', value: area };
  const areaKind = kindOfCode(area);
  if (!knowsArea(area) || areaKind === null)
    return { column: 'area', code: 'area_unknown', value: area };
  if (parent === undefined)
    return { column: 'parentCode', code: 'parent_unknown', value: row.parentCode ?? '' };
  const clash = clashOf(ledger, row);
  if (clash) return { column: 'code', code: clash, value: code };
  const refusal = refusalToOrganisation(
    { kind, area, affairs: row.affairs ?? [] },
    parent,
    areaKind,
  );
  if (refusal) return { column: 'parentCode', code: refusal.refused, value: row.parentCode ?? '' };
  return isOneOfThree(kind) ? secondBody(ledger, row) : null;
}

/** A code names one organisation, and a row says one version of it. */
function clashOf(
  ledger: Ledger,
  { code, kind, area, validFrom }: OrganisationGiven,
): 'organisation_is_another' | 'row_twice' | null {
  const old = ledger.organisations.get(code);
  if (old && (old.kind !== kind || old.area !== area)) return 'organisation_is_another';
  return ledger.outcomes.has(`${code} ${validFrom}`) ? 'row_twice' : null;
}

/** A community has one committee, one residents' committee and one station at a time. */
function secondBody(ledger: Ledger, row: OrganisationGiven): Fault | null {
  const until = row.validTo ?? '9999';
  const other = [...ledger.organisations.values()].find(
    (one) =>
      one.code !== row.code &&
      one.kind === row.kind &&
      one.area === row.area &&
      (ledger.versions.get(one.id) ?? []).some(
        (version) => version.validFrom < until && (version.validTo ?? '9999') > row.validFrom,
      ),
  );
  return other ? { column: 'kind', code: 'body_exists', value: other.code } : null;
}

function organisationOf(
  row: OrganisationGiven,
  id: string,
  parent: OrganisationStored | null,
): OrganisationStored {
  return {
    id,
    code: row.code,
    kind: row.kind,
    area: row.area,
    rootId: parent !== null && isPart(row.kind) ? parent.rootId : id,
    telephone: row.telephone,
    address: row.address,
    email: row.email,
    officeHours: row.officeHours,
    officeHoursEn: row.officeHoursEn,
    duties: row.duties,
    dutiesEn: row.dutiesEn,
    affairs: row.affairs ?? [],
    validFrom: row.validFrom,
    validTo: row.validTo,
  };
}

/** An organisation lives from its first version to the end of its last. */
function bounded(ledger: Ledger, one: OrganisationStored): OrganisationStored {
  const versions = ledger.versions.get(one.id) ?? [];
  const froms = versions.map((version) => version.validFrom);
  const isOpen = versions.some((version) => version.validTo === null);
  const tos = versions.flatMap((version) => (version.validTo === null ? [] : [version.validTo]));
  return {
    ...one,
    validFrom: froms.sort()[0] ?? one.validFrom,
    validTo: isOpen ? null : (tos.sort().at(-1) ?? null),
  };
}

function keepVersion(ledger: Ledger, version: OrganisationVersion): void {
  const all = ledger.versions.get(version.organisationId) ?? [];
  const others = all.filter((one) => one.id !== version.id);
  ledger.versions.set(version.organisationId, [...others, version]);
}

function tallyOf({ outcomes }: Ledger): Tally {
  const count = (outcome: keyof Tally) =>
    [...outcomes.values()].filter((one) => one === outcome).length;
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
}

function same(a: object | undefined, b: object | undefined): boolean {
  const text = (value: object = {}) =>
    JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return text(a) === text(b);
}
