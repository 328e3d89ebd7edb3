import { scopeOf } from '#kernel/db/scope.ts';
import { storeUpload } from '#kernel/files/store-upload.ts';
import { defineRoute, type Request, type Route } from '#kernel/http/route.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { AppError, notFound } from '#kernel/pure/errors.ts';
import { listToday } from '#modules/worklist/index.ts';
import {
  COMMAND_RESOURCES,
  COMMAND_SAMPLES,
  type CommandOf,
  type CommandVerb,
  commandSchemas,
} from './commands.contract.ts';
import { command } from './commands.ts';
import { findLineByNumber, listMatterLines } from './list.queries.ts';
import { CAPABILITY } from './matter.policy.ts';
import {
  batchEndpoint,
  commandParams,
  listMatters,
  matterView,
  readMatter,
  todayEndpoint,
  viewContactEndpoint,
} from './matters.contract.ts';
import { readNames } from './names.ts';
import { queueFilter } from './queue-filter.ts';
import { lineView, showMatter } from './show-matter.ts';
import { findReporter, findWholeMatter } from './view.queries.ts';

const OPEN = (fixture: (name: string) => string) => ({
  params: { number: fixture('matter.open') },
});

type Any = Request<never, never, never>;

async function show({ world, actor, lang }: Pick<Any, 'world' | 'actor' | 'lang'>, number: string) {
  return world.database.withReadScope(scopeOf(actor), async (db) => {
    const whole = await findWholeMatter(world, db, number);
    if (!whole) throw notFound('matter');
    return showMatter(world, db, actor, whole, lang);
  });
}

function keyOf(after: string | undefined) {
  if (!after) return null;
  const [at = '', id = ''] = after.split('_');
  const date = new Date(Number(at));
  if (Number.isNaN(date.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError('invalid', 'bad_page_key');
  return { at: date, id };
}

const pageKey = (at: Date | null, id: string) => `${at?.getTime() ?? ''}_${id}`;

const list = defineRoute(listMatters, {
  face: 'staff',
  capability: 'matter.read',
  sample: () => ({}),
  async handle({ world, actor, lang, query }) {
    return world.database.withReadScope(scopeOf(actor), async (db) => {
      const rows = await listMatterLines(db, {
        ...(await queueFilter(world, db, actor, query)),
        after: keyOf(query.after),
        limit: query.limit + 1,
      });
      const names = await readNames(
        world,
        db,
        lang,
        rows.map((row) => row.ownerOrganisation),
      );
      const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
      return {
        items: rows.slice(0, query.limit).map((row) => lineView(row, names)),
        next: last ? pageKey(query.order === 'due' ? last.dueAt : last.receivedAt, last.id) : null,
      } as never;
    });
  },
});

const read = defineRoute(readMatter, {
  face: 'staff',
  capability: 'matter.read',
  sample: OPEN,
  handle: async (request) => (await show(request, request.params.number)) as never,
});

/** One route a verb, made from the table of commands: none can be forgotten, none guarded otherwise. */
function commandRoute<V extends CommandVerb>(verb: V): Route {
  const endpoint = defineEndpoint({
    method: 'post',
    path: `/api/v1/matters/{number}/${COMMAND_RESOURCES[verb]}`,
    summary: `Matter: ${verb.replaceAll('_', ' ')}`,
    params: commandParams,
    body: commandSchemas[verb],
    reply: matterView,
  });
  return defineRoute(endpoint, {
    face: 'staff',
    // A finding's capability depends on the kind of check; the use case asks for it.
    capability: verb === 'find' ? 'matter.read' : CAPABILITY[verb as Exclude<CommandVerb, 'find'>],
    sample: (fixture) => ({ ...OPEN(fixture), body: COMMAND_SAMPLES[verb] }),
    async handle(request) {
      const { world, actor, params, uploads } = request;
      // Bytes before the transaction: it must not wait for a picture to be drawn anew.
      const sent = verb === 'finish' ? uploads : [];
      const files = await Promise.all(sent.map((upload) => storeUpload(world, upload)));
      await command(world, actor, params.number, verb, request.body as CommandOf<V>, files);
      return (await show(request, params.number)) as never;
    },
  });
}

const batch = defineRoute(batchEndpoint, {
  face: 'staff',
  capability: 'matter.take',
  sample: () => ({ body: { verb: 'take', numbers: ['26000000000'] } }),
  async handle({ world, actor, body }) {
    const done: string[] = [];
    const refused: { number: string; code: string }[] = [];
    for (const number of body.numbers) {
      try {
        if (body.verb === 'offer')
          await command(world, actor, number, 'offer', {
            to: body.to ?? '',
            reason: null,
            isLead: true,
          });
        else await command(world, actor, number, 'take', {});
        done.push(number);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refused.push({ number, code: error.reason });
      }
    }
    return { done, refused };
  },
});

const viewContact = defineRoute(viewContactEndpoint, {
  perMinute: 20,
  face: 'staff',
  capability: 'matter.read',
  sample: (fixture) => ({ ...OPEN(fixture), body: { purpose: '回电核实地点' } }),
  async handle({ world, actor, params, body }) {
    return world.database.withScope(scopeOf(actor), async (tx) => {
      const line = await findLineByNumber(tx, params.number);
      const contact = line && (await findReporter(tx, line.id));
      if (!line || !contact) throw notFound('matter');
      await writeJournal(tx, world, actor, {
        subject: { kind: 'matter', id: line.id },
        verb: 'view_contact',
        area: line.area,
        purpose: body.purpose,
      });
      return contact;
    });
  },
});

const today = defineRoute(todayEndpoint, {
  face: 'staff',
  capability: null,
  sample: () => ({}),
  async handle({ world, actor, lang, query }) {
    const key = query.after
      ? {
          dueAt: query.after.startsWith('_') ? null : (keyOf(query.after)?.at ?? null),
          id: query.after.split('_')[1] ?? '',
        }
      : null;
    return world.database.withReadScope(scopeOf(actor), async (db) => {
      const organisations = [actor.organisation, actor.rootOrganisation].filter(
        (id) => id !== null,
      );
      const rows = await listToday(db, {
        organisations,
        verbs: Object.keys(actor.verbs),
        limit: query.limit + 1,
        after: key,
      });
      const names = await readNames(world, db, lang, []);
      const last = rows.length > query.limit ? rows[query.limit - 1] : undefined;
      const items = rows.slice(0, query.limit).map((row) => ({
        ...row,
        subject: { kind: row.subjectKind, number: row.number, link: row.link },
        areaName: names.area(row.area),
        since: row.createdAt,
        facts: row.facts as Record<string, unknown>,
      }));
      return { items, next: last ? pageKey(last.dueAt, last.id) : null } as never;
    });
  },
});

const commands = (Object.keys(COMMAND_RESOURCES) as CommandVerb[]).map(commandRoute);

export const matterRoutes: readonly Route[] = [list, read, ...commands, batch, viewContact, today];
