import { systemScope } from '#kernel/db/scope.ts';
import { reply } from '#kernel/http/reply.ts';
import { defineDownload, defineRoute } from '#kernel/http/route.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { type Language, textOf } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { bodiesMessages } from '#modules/bodies/index.ts';
import { englishAreaName, listAreas } from '#modules/territory/index.ts';
import { accessOf } from '../access.ts';
import { recordSignIn } from '../accounts/record-sign-in.ts';
import { postMessages } from '../actors/post.messages.ts';
import { listDemo, signInToDemo } from './demo.contract.ts';
import { findDemoAccount } from './demo-account.queries.ts';
import { type DemoAccount, listDemoAccounts } from './demo-accounts.ts';
import { isOnThisMachine } from './loopback.rules.ts';

/** A real district, or a request from anywhere else, finds nothing here. */
function demandDemo(world: World, headers: Headers, peer: string): void {
  if (!world.settings.demo || !isOnThisMachine(headers, peer)) throw notFound();
}

const list = defineRoute(listDemo, {
  face: 'public',
  capability: null,
  sample: () => ({}),
  handle: async ({ world, headers, peer }) => {
    demandDemo(world, headers, peer);
    return { items: await inWords(world, await listDemoAccounts(world)) };
  },
});

/** 'service_station clerk' as people say it, and the area by its name. */
async function inWords(world: World, accounts: readonly DemoAccount[]) {
  const areas = await world.database.withReadScope(systemScope, (db) =>
    listAreas(db, dateOf(world.clock.now())),
  );
  return accounts.map((account) => {
    const [kind = '', post = kind] = account.role.split(' ');
    const area = areas.find((one) => one.code === account.area);
    const roleIn = (lang: Language) => {
      const body = textOf(bodiesMessages[lang].kinds, kind.toUpperCase());
      const title = textOf(postMessages[lang], post);
      return post === kind ? title : `${body} · ${title}`;
    };
    const code = account.area;
    return {
      ...account,
      role: { zh: roleIn('zh'), en: roleIn('en') },
      area: { zh: area?.name ?? code, en: area ? englishAreaName(area) : code },
    };
  });
}

// A download, because only that lets an answer of the API set the session's cookie.
const signIn = defineDownload(signInToDemo, {
  face: 'public',
  capability: null,
  perMinute: 600,
  sample: (fixture) => ({ body: { username: fixture('demo.username') } }),
  handle: async ({ world, headers, peer, body }) => {
    demandDemo(world, headers, peer);
    const row = await world.database.withReadScope(systemScope, (db) =>
      findDemoAccount(db, body.username),
    );
    if (!row) throw notFound();
    const opened = await accessOf(world).auth.api.openSession({
      body: { account: row.account },
      headers,
      asResponse: true,
    });
    await recordSignIn(world, row.account, 'demo');
    const answer = reply(signInToDemo.reply, { username: row.username });
    for (const cookie of opened.headers.getSetCookie()) answer.headers.append('set-cookie', cookie);
    return answer;
  },
});

export const demoRoutes = [list, signIn];
