// What an area's code says must be what the list says: whose it is and whether it is a community or a village (GB/T 10114, statistical codes).
import { areaRange, isWithin } from '#kernel/pure/area.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { Area, AreaKind, AreaNode } from './area.types.ts';

export type AreaRefusal = Refusal<
  'area_kind_by_code' | 'area_parent_missing' | 'area_parent_by_code' | 'area_parent_unknown'
>;

const LAST_COMMUNITY = 199;
const LAST_VILLAGE = 399;

/** The kind a code tells by itself; null for codes of quasi areas (400 and above), which this register doesn't hold. */
export function kindOfCode(code: string): AreaKind | null {
  if (code.endsWith('000000')) return 'district';
  if (code.endsWith('000')) return 'subdistrict';
  const last = Number(code.slice(9));
  if (last <= LAST_COMMUNITY) return 'community';
  return last <= LAST_VILLAGE ? 'village' : null;
}

const PARENT_KIND: Record<AreaKind, AreaKind | null> = {
  district: null,
  subdistrict: 'district',
  community: 'subdistrict',
  village: 'subdistrict',
};

type Given = Pick<Area, 'code' | 'kind' | 'parent'>;

/** Ranges of codes decide who may see what, so a parent whose range doesn't hold the child is refused. */
export function refusalToArea(
  area: Given,
  kindOf: (code: string) => AreaKind | undefined,
): AreaRefusal | null {
  if (kindOfCode(area.code) !== area.kind) return refuse('area_kind_by_code');
  const parentKind = PARENT_KIND[area.kind];
  if (parentKind === null) return area.parent === null ? null : refuse('area_parent_by_code');
  if (area.parent === null) return refuse('area_parent_missing');
  if (!isWithin(areaRange(area.parent), area.code)) return refuse('area_parent_by_code');
  return kindOf(area.parent) === parentKind ? null : refuse('area_parent_unknown');
}

/** The tree of areas that hold on one day; an area whose parent isn't among them stands at the top. */
export function treeOf(areas: readonly Area[]): AreaNode[] {
  const here = new Set(areas.map((area) => area.code));
  const children = new Map<string, Area[]>();
  for (const area of areas) {
    const top = area.parent !== null && here.has(area.parent) ? area.parent : '';
    children.set(top, [...(children.get(top) ?? []), area]);
  }
  const grow = (parent: string): AreaNode[] =>
    (children.get(parent) ?? []).map((area) => ({ ...area, children: grow(area.code) }));
  return grow('');
}

/** The statutory bodies exist in communities only; villages have matters and services. */
export function hasThreeBodies(kind: AreaKind): boolean {
  return kind === 'community';
}
