import type { Db } from '#kernel/db/client.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { localMinute } from '#kernel/pure/dates.ts';
import { explainLine } from '#kernel/pure/deadlines.messages.ts';
import type { ExplainLine } from '#kernel/pure/deadlines.ts';
import { maskPhone } from '#kernel/pure/identifiers.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { World } from '#kernel/world.ts';
import { contactsOf } from '#modules/bodies/index.ts';
import { maskName } from '#modules/people/pure.ts';
import { handOf } from './act.ts';
import { readDesks } from './desks.ts';
import { safeBy } from './fold.rules.ts';
import type { MatterLineRow } from './list.queries.ts';
import { type Action, actionsFor } from './matter.policy.ts';
import type { Check, Task } from './matter.types.ts';
import { type Names, readNames } from './names.ts';
import { matterDeadline, rulesFor } from './rules-for.rules.ts';
import { inStoryOrder } from './story-order.rules.ts';
import { findNumber, type WholeMatter } from './view.queries.ts';

export function lineView(row: MatterLineRow, names: Names) {
  const { ownerOrganisation } = row;
  return {
    number: row.number,
    title: row.title,
    kind: row.kind,
    source: row.source,
    category: row.category,
    state: row.state,
    closure: row.closure,
    area: row.area,
    receivedAt: row.receivedAt,
    dueAt: row.dueAt,
    holderDueAt: row.holderDueAt,
    isOverdue: row.isOverdue,
    isSafety: row.isSafety,
    secondings: row.secondings,
    areaName: names.area(row.area),
    owner: names.body(ownerOrganisation),
  } as const;
}

/** Everything a page shows of a matter, masked; what the contract doesn't declare is dropped by the reply. */
export async function showMatter(
  world: World,
  db: Db,
  actor: Actor,
  whole: WholeMatter,
  lang: Language,
) {
  const { row, book, reporter, timeline, files } = whole;
  const c = whole.stored.case;
  const { matter } = c;
  const bodies = [
    row.ownerOrganisation,
    ...c.tasks.flatMap((task) => [task.body.organisation, task.offeredBy.organisation]),
    ...c.checks.map((check) => check.body.organisation),
    ...timeline.map((entry) => entry.organisation),
    ...matter.extensions.map(({ approvedBy }) => approvedBy?.organisation ?? null),
  ];
  const [names, desks, parent] = await Promise.all([
    readNames(world, db, lang, bodies),
    readDesks(world, db, c),
    matter.mergedInto ? findNumber(db, matter.mergedInto) : null,
  ]);
  const deadline = matterDeadline(book, matter);
  const safe = safeBy(c);
  const lines = [
    ...(safe ? [{ code: 'make_safe', facts: { at: localMinute(safe) } } as const] : []),
    ...deadline.lines.map((line) => withName(line, names)),
  ];
  const { checking: rules } = rulesFor(book, matter);
  const actions = actionsFor(actor, c, { hand: handOf(actor), desks, rules });
  const linkTo = await addressesOf(db, c.tasks, actions);
  return {
    ...lineView(row, names),
    words: row.words,
    place: row.place,
    point:
      row.longitude === null || row.latitude === null
        ? null
        : { longitude: row.longitude, latitude: row.latitude, crs: row.crs ?? 'CGCS2000' },
    isPublic: matter.isPublic,
    isPublished: row.isPublished,
    isAnonymous: matter.isAnonymous,
    onBehalf: row.onBehalf,
    reporter: reporter
      ? {
          name: reporter.name && maskName(reporter.name),
          telephone: reporter.telephone && maskPhone(reporter.telephone),
        }
      : null,
    hotlineNumber: row.hotlineNumber,
    mergedInto: parent,
    rating: matter.closure === null ? null : matter.rating,
    words_said: matter.words,
    extensions: matter.extensions.map(({ reason, proposedAt, approvedBy }) => ({
      reason,
      proposedAt,
      isApproved: approvedBy !== null,
    })),
    deadline: {
      zh: lines.map((one) => explainLine(one, 'zh')),
      en: lines.map((one) => explainLine(one, 'en')),
      isProvisional: deadline.provisional,
      isStopped: deadline.stopped,
    },
    tasks: c.tasks.map((task) => taskView(task, names, linkTo.get(task.id) ?? null)),
    checks: c.checks.map((check) => checkView(check, names, rules.callAttempts)),
    timeline: inStoryOrder(timeline).map((entry) => ({
      at: entry.occurredAt,
      verb: entry.verb,
      by: entry.organisation && names.body(entry.organisation),
      codes: entry.codes as Record<string, unknown>,
      isPublic: !INTERNAL.has(entry.verb),
    })),
    files: files.map((file) => ({
      id: file.id,
      part: file.part as 'report' | 'answer',
      mediaType: file.mediaType,
      url: `/files/${file.id}`,
    })),
    actions: actions.map((action) => ({
      ...action,
      findings: [...action.findings],
    })),
  };
}

/** An explanation knows a body by its id. */
function withName(line: ExplainLine, names: Names): ExplainLine {
  const { by } = line.facts;
  return by === undefined
    ? line
    : { ...line, facts: { ...line.facts, by: names.body(String(by)).name } };
}

/** Steps inside the offices; all others are told to the reporter, and to the public where he agreed. */
const INTERNAL = new Set([
  'propose_suspension',
  'propose_extension',
  'put_on_agenda',
  'rate',
  'task_late',
  'become_unowned',
  'renew_link',
  'withdraw_link',
]);

export type MatterShown = Awaited<ReturnType<typeof showMatter>>;

/** Where the links of those tasks go that this actor may send anew, by task. */
async function addressesOf(db: Db, tasks: readonly Task[], actions: readonly Action[]) {
  const may = (task: Task) =>
    actions.some((action) => action.verb === 'renew_link' && action.task === task.id);
  const linked = tasks.filter(may);
  const found = await contactsOf(
    db,
    linked.map((task) => task.body.organisation),
  );
  return new Map(linked.map((task) => [task.id, found.get(task.body.organisation)]));
}

function taskView(task: Task, names: Names, linkTo: string | null) {
  const { suspension } = task;
  return {
    ...task,
    linkTo,
    body: names.body(task.body.organisation),
    offeredBy: names.body(task.offeredBy.organisation),
    suspension: suspension && {
      reason: suspension.reason,
      reviewOn: suspension.reviewOn,
      isApproved: suspension.approvedBy !== null,
    },
  };
}

function checkView(check: Check, names: Names, callAttempts: number) {
  const tried = check.kind === 'call' ? { made: check.attempts.length, of: callAttempts } : null;
  return { ...check, body: names.body(check.body.organisation), tried };
}
