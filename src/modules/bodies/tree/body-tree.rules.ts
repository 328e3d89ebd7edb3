// How a day's bodies are shown as a tree: by area with each area's own bodies inside, or the Party's by who leads whom.
import { areaRange, isWithin } from '#kernel/pure/area.ts';
import type { OrganisationKind } from '../organisations/organisation.types.ts';

export type AreaEntry = {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parent: string | null;
};

export type BodyEntry = AreaEntry & { readonly kind: OrganisationKind; readonly area: string };

/** `body` is null for an area, which groups and can't be chosen. */
export type TreeNode = {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly body: BodyEntry | null;
  readonly children: readonly TreeNode[];
  /** Bodies at and below this node. */
  readonly count: number;
};

function node(
  key: string,
  entry: AreaEntry,
  body: BodyEntry | null,
  children: readonly TreeNode[],
): TreeNode {
  const count = children.reduce((sum, child) => sum + child.count, body === null ? 0 : 1);
  return { key, name: entry.name, nameEn: entry.nameEn, body, children, count };
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

/** By who leads whom; a body whose superior isn't in the list stands at the top. */
export function bodyTree(bodies: readonly BodyEntry[]): TreeNode[] {
  const here = new Set(bodies.map((body) => body.code));
  const led = groupBy(bodies, ({ parent }) => (parent !== null && here.has(parent) ? parent : ''));
  const grow = (parent: string): TreeNode[] =>
    (led.get(parent) ?? []).map((body) => node(body.code, body, body, grow(body.code)));
  return grow('');
}

/** By area: each area holds the areas inside it, and then its own bodies, nested among themselves. */
export function areaBodyTree(
  areas: readonly AreaEntry[],
  bodies: readonly BodyEntry[],
): TreeNode[] {
  const here = new Set(areas.map((area) => area.code));
  const inside = groupBy(areas, ({ parent }) =>
    parent !== null && here.has(parent) ? parent : '',
  );
  const own = groupBy(bodies, (body) => body.area);
  const grow = (parent: string): TreeNode[] =>
    (inside.get(parent) ?? []).map((area) =>
      node(`area ${area.code}`, area, null, [
        ...grow(area.code),
        ...bodyTree(own.get(area.code) ?? []),
      ]),
    );
  return grow('');
}

/** Whether a node is an area that a post's own area lies in: it stands open from the start. */
export function leadsTo(one: TreeNode, area: string | null): boolean {
  const code = one.key.replace(/^area /, '');
  return one.body === null && area !== null && isWithin(areaRange(code), area);
}

/** Bodies whose name in either language holds a text. */
export function bodiesNamed(bodies: readonly BodyEntry[], text: string): BodyEntry[] {
  const key = text.trim().toLowerCase();
  return bodies.filter((body) =>
    [body.name, body.nameEn ?? '', body.code].some((name) => name.toLowerCase().includes(key)),
  );
}
