import { storeUpload } from '#kernel/files/store-upload.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { fileMatter, taskLink, trackingOf } from '#modules/matters/index.ts';
import type { Filing } from '../../src/modules/matters/filing/filing.types.ts';
import { aFiling } from '../../src/modules/matters/matters/matters.factory.ts';
import { anAuthor, noticeFixtures } from '../../src/modules/publications/notices/notice.factory.ts';
import { aPhoto } from '../journeys/saying.ts';
import { openTown, type Town } from '../journeys/town.ts';
import type { Role } from '../journeys/town-register.ts';
import { YANHE } from '../journeys/town-register.ts';

export type WalkedTown = {
  readonly town: Town;
  /** What the routes' samples ask for by name. */
  readonly fixture: (name: string) => string;
  /** Tracking links of matters in other states than the sample's, by what they show. */
  readonly tracked: Readonly<Record<string, string>>;
  /** Numbers of an open matter and of one that waits for a check. */
  readonly open: string;
  readonly close: () => Promise<void>;
};

type Stored = { readonly id: string; readonly number: string; readonly receivedAt: Date };

const ROLES: readonly Role[] = [
  'clerk',
  'member',
  'director',
  'dispatcher',
  'chief',
  'officer',
  'organiser',
  'system',
  'security',
  'audit',
];

/** A town where every page has something to show, filed and worked on through the product's own doors. */
export async function openWalkedTown(roles: readonly Role[] = ROLES): Promise<WalkedTown> {
  const town = await openTown({ roles: [...new Set<Role>(['clerk', ...roles])], works: false });
  const clerk = await staffApi(town, 'clerk');
  const { id: works } = await one(town, "select id from organisation where code = 'works'");
  const photo = await storeUpload(town.world, { name: 'IMG_1.jpg', bytes: await aPhoto() });
  const say = (words: string, over: Partial<Filing> = {}) => filed(town, { words, ...over });

  const open = await say('三号楼门口的路灯不亮。已经三天了。', { files: [photo] });
  const asked = await finished(clerk, await say('西门的健身器材松动。'));
  const published = await finished(clerk, await say('河边的路灯不亮。', { files: [photo] }));
  await byLink(town, published, 'word', { solved: 'yes', rating: '2' });
  const rejected = await say('请把对面小区的树砍掉。');
  await clerk(`matters/${rejected.number}/rejections`, { reason: '不在本区范围内。' });
  const whistled = await say('步道的路面塌了一块。', { category: 'road_damage', files: [photo] });
  const whistle = { to: works, lacks: 'power', reason: '道路归城管。' };
  await clerk(`matters/${whistled.number}/whistles`, whistle);
  const cannot = await finished(clerk, await say('想在楼顶加装路灯。'), 'cannot');

  const taken = await clerk('matters', {
    source: 'counter',
    category: 'noise',
    words: '楼上半夜装修。',
    area: YANHE,
  });

  const links = Object.entries({ asked, published, rejected, whistled, cannot });
  const tokenOf = (matter: Stored) => trackingOf(town.world, matter).token;
  const samples: Record<string, string> = {
    'area.community': YANHE,
    'stairwell.code': (await town.stairwells(YANHE))[0] ?? '',
    'matter.open': open.number,
    'matter.taken': String(taken.number),
    'matter.token': tokenOf(open),
    'matter.published': published.number,
    'task.token': linkTail(await linkOfTask(town, whistled)),
    'file.own': await fileOf(town, open),
    'file.task': await fileOf(town, whistled),
    'file.public': await fileOf(town, published),
    ...(await notices(town)),
  };
  return {
    town,
    fixture(name) {
      const value = samples[name];
      if (value === undefined) throw new Error(`no sample called ${name}`);
      return value;
    },
    tracked: Object.fromEntries(links.map(([name, matter]) => [name, `/t/${tokenOf(matter)}`])),
    open: open.number,
    close: town.close,
  };
}

async function linkOfTask(town: Town, { id }: Stored): Promise<string> {
  const task = await one(town, 'select id from task where matter_id = $1', [id]);
  const expires = new Date(town.world.clock.now().getTime() + 86_400_000);
  return taskLink(town.world, { id: task.id, linkVersion: 0 }, expires);
}

const linkTail = (url: string) => url.slice(url.lastIndexOf('/') + 1);

async function one(town: Town, sql: string, values: readonly unknown[] = []) {
  const { rows } = await town.test.ownerPool.query(sql, [...values]);
  return rows[0] as Readonly<Record<string, string>> & { readonly id: string };
}

async function filed(town: Town, over: Partial<Filing>): Promise<Stored> {
  const { id, number } = await fileMatter(town.world, ANYBODY, aFiling(over));
  return { id, number: number ?? '', receivedAt: town.world.clock.now() };
}

async function fileOf(town: Town, { id }: Stored): Promise<string> {
  return (await one(town, 'select file_id as id from matter_file where matter_id = $1', [id])).id;
}

async function notices(town: Town): Promise<Readonly<Record<string, string>>> {
  const { id } = await one(town, "select id from organisation where code = 'yanheResidents'");
  const author = { ...anAuthor(YANHE), organisation: id, rootOrganisation: id };
  return noticeFixtures(town.world, author);
}

type Answer = Readonly<Record<string, unknown>> & {
  readonly number?: string;
  readonly tasks: readonly { readonly id: string }[];
};
export type StaffApi = (path: string, body: object) => Promise<Answer>;

/** The API as somebody in a post, signed in by the demo's one click. Throws what was refused. */
export async function staffApi(town: Town, role: Role): Promise<StaffApi> {
  const post = (path: string, body: object, headers: Record<string, string>) =>
    fetch(`${town.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const entered = await post('demo/sign-in', { username: role }, {});
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return async (path, body) => {
    const answer = await post(path, body, { cookie });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${role} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Answer;
  };
}

async function finished(
  clerk: StaffApi,
  matter: Stored,
  result: 'done' | 'cannot' = 'done',
): Promise<Stored> {
  const { tasks } = await clerk(`matters/${matter.number}/takings`, {});
  const task = tasks[0]?.id;
  const answer = { task, result, answerPublic: '已经看过并处理。', answerPrivate: '请放心。' };
  await clerk(`matters/${matter.number}/answers`, answer);
  return matter;
}

/** What the reporter sends from the page of his link. */
async function byLink(town: Town, matter: Stored, act: string, fields: Record<string, string>) {
  const { token } = trackingOf(town.world, matter);
  await fetch(`${town.url}/t/${token}/${act}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
}
