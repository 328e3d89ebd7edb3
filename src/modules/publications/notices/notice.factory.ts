import { type Actor, ANYBODY, type Reach } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import type { World } from '#kernel/world.ts';
import type { Notice } from './notice.types.ts';
import { publishNotice } from './publish-notice.ts';
import { type WriteNotice, writeNotice } from './write-notice.ts';

const ROOTS: Readonly<Record<string, string>> = {
  PARTY_COMMITTEE: 'a',
  RESIDENTS_COMMITTEE: 'b',
  SERVICE_STATION: 'c',
  SUBDISTRICT_OFFICE: 'd',
  COMMAND_CENTRE: 'e',
};

/** Somebody who may write and publish notices in a body of an area; `verbs` takes some away. */
export function anAuthor(
  area: string,
  organisationKind = 'RESIDENTS_COMMITTEE',
  verbs: Readonly<Record<string, Reach>> = { 'notice.write': 'area', 'notice.publish': 'area' },
): Actor {
  const root = `00000000-0000-7000-800${ROOTS[organisationKind] ?? 'f'}-${area}`;
  return {
    ...ANYBODY,
    face: 'staff',
    account: `account-${organisationKind}-${area}`,
    name: '王敏',
    post: 'director',
    organisation: root,
    rootOrganisation: root,
    organisationKind,
    area: areaRange(area),
    verbs,
  };
}

/** A draft; every value can be given. */
export function aDraft(
  world: World,
  author: Actor,
  over: Partial<WriteNotice> = {},
): Promise<Notice> {
  const area = author.area.lo.padEnd(12, '0');
  const command = {
    area,
    title: '停水通知',
    body: '周四九点到十二点停水。\n\n详见 https://water.example.cn/stop?day=4。',
    isPinned: false,
    publishFrom: null,
    expiresOn: null,
    ...over,
  };
  return writeNotice(world, author, command, null);
}

/** A notice that hangs, or will. */
export async function aNotice(
  world: World,
  author: Actor,
  over: Partial<WriteNotice> = {},
): Promise<Notice> {
  const { number, revision } = await aDraft(world, author, over);
  return publishNotice(world, author, { number, revision });
}

/** A notice for each name that the routes' samples use: 'notice.published' → its number. */
export async function noticeFixtures(
  world: World,
  author: Actor,
): Promise<Readonly<Record<string, string>>> {
  const over = { title: '样例公告' };
  return {
    'notice.draft': (await aDraft(world, author, over)).number,
    'notice.ready': (await aDraft(world, author, over)).number,
    'notice.published': (await aNotice(world, author, over)).number,
    'notice.wrong': (await aNotice(world, author, over)).number,
    'notice.old': (await aNotice(world, author, over)).number,
  };
}
