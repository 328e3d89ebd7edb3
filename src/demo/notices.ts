import { createHash } from 'node:crypto';
import { systemScope } from '#kernel/db/scope.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { addDays, dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { verbsOf } from '#modules/access/pure.ts';
import { findOrganisationByCode, holdersOf } from '#modules/bodies/index.ts';
import { publishNotice, writeNotice } from '#modules/publications/index.ts';
import { partyCode, residentsCode, stationCode } from './organisations.ts';
import type { Place } from './places.ts';

type Written = {
  readonly by: (place: Place) => string;
  readonly post: string;
  readonly title: string;
  readonly body: string;
  readonly days: number;
};

const NOTICES: readonly Written[] = [
  {
    by: stationCode,
    post: 'station_head',
    title: '服务站开放时间',
    body: '周一至周五 9:00–12:00、13:30–17:30。午间有人值班。\n行动不便的居民可以打电话，我们上门办。',
    days: 90,
  },
  {
    by: residentsCode,
    post: 'director',
    title: '居民议事会本月议题',
    body: '一、楼道堆物怎么清；二、小广场晚上几点安静。\n欢迎来听、来说。',
    days: 30,
  },
  {
    by: partyCode,
    post: 'secretary',
    title: '社区活动日安排',
    body: '每月第一个星期六上午，区里和街道的人到社区来听大家说事。想当面说的，可以先到服务站登记，也可以直接来。',
    days: 21,
  },
];

/** A few notices on each community's board, one of each line, written and published by those whose line it is. */
export async function writeNotices(world: World, places: readonly Place[]): Promise<void> {
  for (const place of places.filter(({ kind }) => kind === 'community'))
    for (const notice of NOTICES) await hang(world, place, notice);
}

async function hang(world: World, place: Place, { by, post, title, body, days }: Written) {
  const actor = await holderOf(world, by(place), post);
  const today = dateOf(world.clock.now());
  const key = `demo ${createHash('sha256').update(`${place.code} ${title}`).digest('hex').slice(0, 16)}`;
  const draft = await writeNotice(
    world,
    actor,
    {
      area: place.code,
      title,
      body,
      isPinned: false,
      publishFrom: null,
      expiresOn: addDays(today, days),
    },
    key,
  );
  if (draft.state === 'DRAFT') await publishNotice(world, actor, draft);
}

async function holderOf(world: World, code: string, post: string): Promise<Actor> {
  const today = dateOf(world.clock.now());
  return world.database.withReadScope(systemScope, async (db) => {
    const body = await findOrganisationByCode(db, code, today);
    const holder =
      body && (await holdersOf(db, body.id, today)).find((one) => one.postCode === post);
    if (!body || !holder) throw new Error(`nobody is ${post} of ${code}`);
    return {
      face: 'staff',
      account: `demo:${holder.personId}`,
      person: holder.personId,
      name: holder.holderName,
      appointment: holder.id,
      post,
      organisation: body.id,
      rootOrganisation: body.rootId,
      organisationKind: body.kind,
      area: areaRange(body.area),
      verbs: verbsOf(body.kind, post),
      subject: null,
    };
  });
}
