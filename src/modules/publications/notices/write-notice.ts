import { claimKey } from '#kernel/db/claim-key.ts';
import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { dateOf, type PlainDate, yearOf } from '#kernel/pure/dates.ts';
import { conflict, forbidden, invalid, notFound } from '#kernel/pure/errors.ts';
import { makeNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { findArea } from '#modules/territory/index.ts';
import { tell } from './change-notice.ts';
import { lineOf, mayWriteFor, WRITE_NOTICES } from './notice.policy.ts';
import { findNoticeById, insertNotice } from './notice.queries.ts';
import type { Notice, NoticeContent } from './notice.types.ts';
import { refusalToDays } from './notice-days.rules.ts';
import { tidy } from './notice-text.rules.ts';

export type WriteNotice = NoticeContent & { readonly area: string };

const RANDOM_DIGITS = 100_000_000;
const TRIES = 5;

/** The text as stored and the days it may hang. Throws invalid with the field at fault. */
export function checkedContent(given: NoticeContent, today: PlainDate): NoticeContent {
  const refusal = refusalToDays(given, today);
  if (refusal) {
    const field = refusal.refused === 'first_day_past' ? 'publishFrom' : 'expiresOn';
    throw invalid([{ field, code: refusal.refused }]);
  }
  const { isPinned, publishFrom, expiresOn } = given;
  return { title: tidy(given.title), body: tidy(given.body), isPinned, publishFrom, expiresOn };
}

/**
 * Writes the draft of a notice, on the line of the actor's organisation. `key` makes a repeat answer with the same
 * draft. Throws not_found outside the actor's area, forbidden without the post for it, invalid.
 */
export async function writeNotice(
  world: World,
  actor: Actor,
  command: WriteNotice,
  key: string | null,
): Promise<Notice> {
  const { area } = command;
  if (!isWithin(actor.area, area)) throw notFound('area_unknown');
  if (!mayWriteFor(actor, area)) throw forbidden(WRITE_NOTICES);
  const notice = draftOf(world, actor, command);
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const made = key && (await claimKey(tx, world, claimOf(actor, key, command, notice.id)));
    if (made) return (await findNoticeById(tx, made)) ?? notFoundAgain();
    if (!(await findArea(tx, area, dateOf(notice.writtenAt)))) throw notFound('area_unknown');
    const written = await insertNumbered(tx, world, notice);
    await tell(tx, world, actor, written, 'write');
    return written;
  });
}

const claimOf = (actor: Actor, key: string, body: unknown, id: string) => ({
  owner: `notice ${actor.account}`,
  key,
  body,
  id,
});

function notFoundAgain(): never {
  throw notFound('notice_unknown');
}

function draftOf(world: World, actor: Actor, command: WriteNotice): Notice {
  const line = lineOf(actor.organisationKind);
  const { account, rootOrganisation, organisationKind } = actor;
  if (!line || !account || !rootOrganisation || !organisationKind) throw forbidden(WRITE_NOTICES);
  const now = world.clock.now();
  return {
    ...checkedContent(command, dateOf(now)),
    id: world.newId(),
    number: '',
    area: command.area,
    line,
    state: 'DRAFT',
    isShown: false,
    shownAt: null,
    version: 0,
    correction: null,
    correctedAt: null,
    withdrawal: null,
    author: {
      account,
      appointment: actor.appointment,
      post: actor.post,
      kind: organisationKind,
      area: actor.area.lo.padEnd(12, '0'),
      organisation: rootOrganisation,
    },
    writtenAt: now,
    changedAt: now,
    revision: 1,
  };
}

/** A number that is taken gives way to another one. */
async function insertNumbered(tx: Tx, world: World, notice: Notice): Promise<Notice> {
  const year = yearOf(dateOf(notice.writtenAt));
  for (let tried = 0; tried < TRIES; tried++) {
    const numbered = { ...notice, number: makeNumber(year, world.random(RANDOM_DIGITS)) };
    if (await insertNotice(tx, numbered)) return numbered;
  }
  throw conflict('number_taken');
}
