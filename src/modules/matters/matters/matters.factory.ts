import type { Pool } from 'pg';
import type { Actor } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import type { Filing } from '../filing/filing.types.ts';

export const COMMUNITY = '320105901001';
export const ELSEWHERE = '320105901002';

type Held = { readonly kind: string; readonly area: string; readonly verbs: readonly string[] };
const HELD = {
  station: {
    kind: 'SERVICE_STATION',
    area: COMMUNITY,
    verbs: [
      'matter.file',
      'matter.read',
      'matter.take',
      'matter.offer',
      'matter.accept',
      'matter.return',
      'matter.finish',
      'matter.merge',
      'matter.reject',
      'matter.redirect',
      'matter.cancel',
      'matter.overrule',
      'matter.suspend.propose',
      'matter.extend.propose',
      'matter.urge',
      'person.find',
    ],
  },
  residents: {
    kind: 'RESIDENTS_COMMITTEE',
    area: COMMUNITY,
    verbs: ['matter.read', 'matter.take', 'matter.finish', 'matter.check'],
  },
  party: {
    kind: 'PARTY_COMMITTEE',
    area: COMMUNITY,
    verbs: ['matter.read', 'matter.unsolved.approve'],
  },
  subdistrict: {
    kind: 'SUBDISTRICT_OFFICE',
    area: '320105901000',
    verbs: [
      'matter.read',
      'matter.offer',
      'matter.overrule',
      'matter.suspend.approve',
      'matter.extend.approve',
      'matter.urge',
      'matter.cancel',
      'matter.unsolved.approve',
      'matter.check',
    ],
  },
  command: {
    kind: 'COMMAND_CENTRE',
    area: '320105000000',
    verbs: ['matter.read', 'matter.overrule', 'matter.offer', 'matter.urge'],
  },
  pool: { kind: 'CALL_POOL', area: '320105000000', verbs: ['matter.call', 'matter.read'] },
  department: {
    kind: 'DEPARTMENT',
    area: '320105000000',
    verbs: ['matter.read', 'matter.accept', 'matter.return', 'matter.finish'],
  },
} as const satisfies Record<string, Held>;

export type BodyName = keyof typeof HELD;

const idOf = (name: BodyName) =>
  `00000000-0000-7000-8000-00000000000${Object.keys(HELD).indexOf(name)}`;
export const bodyId = idOf;

/** Puts the bodies of `bodyRows` into a test's database. */
export async function insertBodies(owner: Pool): Promise<void> {
  for (const row of bodyRows())
    await owner.query(
      'insert into organisation (id, code, kind, area, root_id, valid_from, email) values ($1, $2, $3, $4, $5, $6, $7)',
      Object.values(row),
    );
}

/** The bodies around one community, as rows. */
export function bodyRows() {
  return (Object.keys(HELD) as BodyName[]).map((name) => ({
    id: idOf(name),
    code: name,
    kind: HELD[name].kind,
    area: HELD[name].area,
    root_id: idOf(name),
    valid_from: '2009-04-01',
    email: name === 'department' ? 'works@example.org' : null,
  }));
}

/** Somebody in a post of one of them; departments have an empty area and see what is shared with them. */
export function anActor(name: BodyName, account = `${name}-account`): Actor {
  const { kind, area, verbs } = HELD[name];
  return {
    face: 'staff',
    account,
    person: null,
    name: account,
    appointment: null,
    post: 'clerk',
    organisation: idOf(name),
    rootOrganisation: idOf(name),
    organisationKind: kind,
    area: name === 'department' ? { lo: '0', hi: '0' } : areaRange(area),
    verbs: Object.fromEntries(verbs.map((verb) => [verb, 'area' as const])),
    subject: null,
  };
}

export function aFiling(given: Partial<Filing> = {}): Filing {
  return {
    kind: 'problem',
    source: 'portal',
    category: 'street_light',
    words: '三号楼门口路灯不亮。已经三天了。',
    area: COMMUNITY,
    place: { text: '三号楼门口', building: null, stairwell: null, point: null },
    contact: { name: '王小明', telephone: '10000000001', account: null, person: null },
    language: 'zh',
    onBehalf: null,
    isPublic: true,
    files: [],
    hotline: null,
    receivedAt: null,
    requestKey: null,
    ...given,
  };
}
