// What leaves the house of a notice: for everybody, and for the desk of those who write them.
import type { Actor } from '#kernel/pure/actor.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { movesOpenTo } from './notice.policy.ts';
import type { Notice, NoticeVersion } from './notice.types.ts';
import { summaryOf } from './notice-text.rules.ts';

/** Names of areas by code; a code that isn't among them shows itself. */
export type Names = ReadonlyMap<string, string>;
export const nameIn = (names: Names, code: string): string => names.get(code) ?? code;

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** What a list shows of a notice. */
export type NoticeCard = Pick<
  Notice,
  'number' | 'area' | 'line' | 'title' | 'isPinned' | 'correctedAt'
> & {
  readonly summary: string;
  readonly shownAt: Date;
  readonly author: Pick<Notice['author'], 'kind' | 'area'>;
};

export function cardOf(notice: Notice): NoticeCard {
  const { number, area, line, title, isPinned, correctedAt, body, author } = notice;
  return {
    number,
    area,
    line,
    title,
    isPinned,
    correctedAt,
    summary: summaryOf(body),
    shownAt: notice.shownAt ?? notice.changedAt,
    author: { kind: author.kind, area: author.area },
  };
}

export function cardViewOf(notice: Notice) {
  const card = cardOf(notice);
  return {
    ...card,
    shownAt: card.shownAt.toISOString(),
    correctedAt: iso(card.correctedAt),
  };
}

export function publicViewOf(notice: Notice) {
  const { body, expiresOn, version, correction } = notice;
  return { ...cardViewOf(notice), body, expiresOn, version, correction };
}

/** Whether it hangs today, whatever the columns still say between midnight and the job. */
export function hangsOn(
  { isShown, publishFrom, expiresOn }: Pick<Notice, 'isShown' | 'publishFrom' | 'expiresOn'>,
  today: PlainDate,
): boolean {
  return (
    isShown &&
    publishFrom !== null &&
    publishFrom <= today &&
    (expiresOn === null || expiresOn >= today)
  );
}

export function deskRowOf(notice: Notice, names: Names) {
  const { number, area, line, state, title, isPinned, isShown, publishFrom, expiresOn } = notice;
  return {
    number,
    area,
    areaName: nameIn(names, area),
    line,
    state,
    title,
    isPinned,
    isShown,
    publishFrom,
    expiresOn,
    changedAt: notice.changedAt.toISOString(),
  };
}

const DANGER = new Set(['withdraw']);
// Mostly done next comes first.
const ORDER = ['publish', 'edit', 'correct', 'withdraw'];

export function deskRecordOf(
  notice: Notice,
  versions: readonly NoticeVersion[],
  actor: Actor,
  names: Names,
) {
  const { body, revision, version, correction, withdrawal, author } = notice;
  const verbs: string[] = movesOpenTo(actor, notice).map((move) => move.verb);
  return {
    ...deskRowOf(notice, names),
    body,
    revision,
    version,
    correction,
    withdrawal,
    correctedAt: iso(notice.correctedAt),
    shownAt: iso(notice.shownAt),
    author: {
      kind: author.kind,
      area: author.area,
      areaName: nameIn(names, author.area),
      post: author.post,
    },
    actions: ORDER.filter((verb) => verbs.includes(verb)).map((verb) => ({
      verb,
      danger: DANGER.has(verb),
    })),
    versions: versions.map((one) => ({ ...one, madeAt: one.madeAt.toISOString() })),
  };
}
