import type { Db } from '#kernel/db/client.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { explainLine } from '#kernel/pure/deadlines.messages.ts';
import type { ExplainLine } from '#kernel/pure/deadlines.ts';
import { maskPhone } from '#kernel/pure/identifiers.ts';
import type { World } from '#kernel/world.ts';
import { maskName } from '#modules/people/pure.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { handOf } from './act.ts';
import type { Stored } from './case.queries.ts';
import { readDesks } from './desks.ts';
import { findLineById, type MatterLineRow } from './list.queries.ts';
import { actionsFor } from './matter.policy.ts';
import type { Check, Task } from './matter.types.ts';
import { type Names, readNames } from './names.ts';
import { matterDeadline, rulesFor } from './rules-for.rules.ts';
import {
  findMatterText,
  findNumber,
  findReporter,
  listMatterFiles,
  listTimeline,
} from './view.queries.ts';

export function lineView(row: MatterLineRow, names: Names) {
  const { id: _, ownerOrganisation, ...line } = row;
  return { ...line, areaName: names.area(row.area), owner: names.body(ownerOrganisation) } as const;
}

/** Everything a page shows of a matter, masked; what the contract doesn't declare is dropped by the reply. */
export async function showMatter(world: World, db: Db, actor: Actor, stored: Stored) {
  const c = stored.case;
  const { matter } = c;
  const [book, desks, line, text, reporter, timeline, files, parent] = await Promise.all([
    readRulebook(world, db),
    readDesks(world, db, c),
    findLineById(db, matter.id),
    findMatterText(db, matter.id),
    findReporter(db, matter.id),
    listTimeline(db, matter.id),
    listMatterFiles(db, matter.id),
    matter.mergedInto ? findNumber(db, matter.mergedInto) : null,
  ]);
  if (!line) throw new Error('a case without its row');
  const bodies = [
    line.ownerOrganisation,
    ...c.tasks.flatMap((task) => [task.body.organisation, task.offeredBy.organisation]),
    ...c.checks.map((check) => check.body.organisation),
    ...timeline.map((entry) => entry.organisation),
    ...matter.extensions.map(({ approvedBy }) => approvedBy?.organisation ?? null),
  ];
  const names = await readNames(world, db, bodies);
  const deadline = matterDeadline(book, matter);
  const lines = deadline.lines.map((line) => withName(line, names));
  const rules = rulesFor(book, matter).checking;
  return {
    ...lineView(line, names),
    words: text.words,
    place: text.place,
    point:
      text.longitude === null || text.latitude === null
        ? null
        : { longitude: text.longitude, latitude: text.latitude, crs: text.crs ?? 'CGCS2000' },
    isPublic: matter.isPublic,
    isPublished: text.isPublished,
    isAnonymous: matter.isAnonymous,
    onBehalf: text.onBehalf,
    reporter: reporter
      ? {
          name: reporter.name && maskName(reporter.name),
          telephone: reporter.telephone && maskPhone(reporter.telephone),
        }
      : null,
    hotlineNumber: text.hotlineNumber,
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
    tasks: c.tasks.map((task) => taskView(task, names)),
    checks: c.checks.map((check) => checkView(check, names)),
    timeline: timeline.map((entry) => ({
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
    actions: actionsFor(actor, c, { hand: handOf(actor), desks, rules }).map((action) => ({
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
]);

export type MatterShown = Awaited<ReturnType<typeof showMatter>>;

function taskView(task: Task, names: Names) {
  const { suspension } = task;
  return {
    ...task,
    body: names.body(task.body.organisation),
    offeredBy: names.body(task.offeredBy.organisation),
    suspension: suspension && {
      reason: suspension.reason,
      reviewOn: suspension.reviewOn,
      isApproved: suspension.approvedBy !== null,
    },
  };
}

function checkView(check: Check, names: Names) {
  return { ...check, body: names.body(check.body.organisation) };
}
