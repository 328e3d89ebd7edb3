import type { Insertable, Selectable } from 'kysely';
import type { MatterCheck, Matter as MatterTable, Task as TaskTable } from '#db/types.ts';
import type { Pause } from '#kernel/pure/deadlines.ts';
import { finishedAt, ownerOf, stateOf } from './fold.rules.ts';
import type {
  Case,
  Check,
  Extension,
  Hand,
  Matter,
  ParentWork,
  Suspension,
  Task,
  Word,
} from './matter.types.ts';

type MatterRow = Selectable<MatterTable>;
type TaskRow = Selectable<TaskTable>;
type CheckRow = Selectable<MatterCheck>;

/** jsonb gives dates back as text. */
const dated = (value: string | null): Date | null => (value === null ? null : new Date(value));

export function matterOf(row: MatterRow): Matter {
  const pauses = row.pauses as { from: string; to: string | null; reason: string }[];
  const said = row.said as (Omit<Word, 'saidAt'> & { saidAt: string })[];
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as Matter['kind'],
    source: row.source as Matter['source'],
    category: row.category,
    space: row.space as Matter['space'],
    isSafety: row.isSafety,
    area: row.area,
    isAnonymous: row.isAnonymous,
    isPublic: row.isPublic,
    receivedAt: row.receivedAt,
    dueAt: row.dueAt,
    isDueProvisional: row.isDueProvisional,
    isOverdue: row.isOverdue,
    escalatedTo: row.escalatedTo as Matter['escalatedTo'],
    extensions: extensionsOf(row.extensions),
    pauses: pauses.map(
      (pause): Pause => ({ ...pause, from: new Date(pause.from), to: dated(pause.to) }),
    ),
    firstContact: { organisation: row.firstOrganisation, root: row.firstRoot },
    firstDueAt: row.firstDueAt,
    safeDueAt: row.safeDueAt,
    isUnowned: row.isUnowned,
    disposition: row.disposition as Matter['disposition'],
    dispositionReason: row.dispositionReason,
    mergedInto: row.mergedInto,
    parentWork: parentWorkOf(row.parentWork),
    closure: row.closure as Matter['closure'],
    closedAt: row.closedAt,
    firstClosedAt: row.firstClosedAt,
    reopenedAt: row.reopenedAt,
    reopenings: row.reopenings,
    returns: row.returns,
    agenda: row.agenda as Matter['agenda'],
    isSampled: row.isSampled,
    words: said.map((word): Word => ({ ...word, saidAt: new Date(word.saidAt) })),
    askedForCheck: row.askedForCheck,
    reporterLeft: row.reporterLeft,
    rating: row.rating,
  };
}

function parentWorkOf(value: unknown): ParentWork | null {
  if (value === null) return null;
  const stored = value as Omit<ParentWork, 'doneAt' | 'toldAt'> & {
    doneAt: string;
    toldAt: string;
  };
  return { ...stored, doneAt: new Date(stored.doneAt), toldAt: new Date(stored.toldAt) };
}

export function taskOf(row: TaskRow): Task {
  return {
    id: row.id,
    state: row.state as Task['state'],
    isLead: row.isLead,
    whistle: row.whistle as Task['whistle'],
    body: { organisation: row.organisation, root: row.root },
    offeredBy: { organisation: row.offeredByOrganisation, root: row.offeredByRoot },
    offeredAt: row.offeredAt,
    acceptedAt: row.acceptedAt,
    dueAt: row.dueAt,
    lateAt: row.lateAt,
    handler: row.handler as Hand | null,
    doneAt: row.doneAt,
    result: row.result as Task['result'],
    answerPublic: row.answerPublic,
    answerPrivate: row.answerPrivate,
    madeSafeAt: row.madeSafeAt,
    returnReason: row.returnReason,
    suspension: suspensionOf(row.suspension),
    round: row.round,
    linkVersion: row.linkVersion,
  };
}

function extensionsOf(value: unknown): Extension[] {
  const stored = value as (Omit<Extension, 'proposedAt' | 'approvedAt'> & {
    proposedAt: string;
    approvedAt: string | null;
  })[];
  return stored.map((one) => ({
    ...one,
    proposedAt: new Date(one.proposedAt),
    approvedAt: dated(one.approvedAt),
  }));
}

function suspensionOf(value: unknown): Suspension | null {
  if (value === null) return null;
  const stored = value as Omit<Suspension, 'from'> & { from: string | null };
  return { ...stored, from: dated(stored.from), isReviewDue: stored.isReviewDue ?? false };
}

export function checkOf(row: CheckRow): Check {
  return {
    id: row.id,
    taskId: row.taskId,
    round: row.round,
    kind: row.kind as Check['kind'],
    reason: row.reason as Check['reason'],
    body: { organisation: row.organisation, root: row.root },
    handler: {
      account: row.handlerAccount,
      organisation: row.handlerOrganisation,
      root: row.handlerRoot,
      appointment: row.handlerAppointment,
    },
    askedAt: row.askedAt,
    dueAt: row.dueAt,
    checker: checkerOf(row),
    finding: row.finding as Check['finding'],
    note: row.note,
    doneAt: row.doneAt,
    attempts: (row.attempts as string[]).map((at) => new Date(at)),
  };
}

function checkerOf(row: CheckRow): Hand | null {
  if (row.checkerAccount === null || row.checkerOrganisation === null || row.checkerRoot === null)
    return null;
  return {
    account: row.checkerAccount,
    organisation: row.checkerOrganisation,
    root: row.checkerRoot,
    appointment: row.checkerAppointment,
  };
}

/** The organisations outside the area that see this matter: whoever has, or had, a task or check of it. */
export function sharedWith({ tasks, checks }: Case): string[] {
  return [
    ...new Set([...tasks.map((task) => task.body.root), ...checks.map((check) => check.body.root)]),
  ].sort();
}

/** What a change of the case can change in its row; the rest was written when it was filed. */
export function changingColumns(c: Case) {
  const { matter } = c;
  const owner = ownerOf(c);
  return {
    kind: matter.kind,
    category: matter.category,
    space: matter.space,
    isSafety: matter.isSafety,
    isAnonymous: matter.isAnonymous,
    isPublic: matter.isPublic,
    isPublished: isPublished(c),
    state: stateOf(c),
    ownerOrganisation: owner.organisation,
    ownerRoot: owner.root,
    firstOrganisation: matter.firstContact.organisation,
    firstRoot: matter.firstContact.root,
    firstDueAt: matter.firstDueAt,
    safeDueAt: matter.safeDueAt,
    isUnowned: matter.isUnowned,
    dueAt: matter.dueAt,
    isDueProvisional: matter.isDueProvisional,
    isOverdue: matter.isOverdue,
    escalatedTo: [...matter.escalatedTo],
    finishedAt: finishedAt(c),
    holderDueAt: c.tasks.find((task) => task.isLead)?.dueAt ?? null,
    pauses: JSON.stringify(matter.pauses),
    extensions: JSON.stringify(matter.extensions),
    disposition: matter.disposition,
    dispositionReason: matter.dispositionReason,
    mergedInto: matter.mergedInto,
    parentWork: matter.parentWork && JSON.stringify(matter.parentWork),
    closure: matter.closure,
    closedAt: matter.closedAt,
    firstClosedAt: matter.firstClosedAt,
    reopenedAt: matter.reopenedAt,
    reopenings: matter.reopenings,
    returns: matter.returns,
    agenda: [...matter.agenda],
    isSampled: matter.isSampled,
    said: JSON.stringify(matter.words),
    askedForCheck: matter.askedForCheck,
    reporterLeft: matter.reporterLeft,
    rating: matter.rating,
    sharedWith: sharedWith(c),
  };
}

/** Shown to the public once there is an answer, where the reporter agreed. A merged one is told by its parent. */
export function isPublished({ matter }: Case): boolean {
  return matter.isPublic && matter.closure !== null && matter.disposition !== 'MERGED';
}

type Place = {
  readonly matterId: string;
  readonly area: string;
  readonly sharedWith: string[];
  readonly isPublished: boolean;
  readonly reporterAccount: string | null;
};

export function taskRow(task: Task, place: Place): Insertable<TaskTable> {
  return {
    id: task.id,
    ...place,
    state: task.state,
    isLead: task.isLead,
    whistle: task.whistle,
    organisation: task.body.organisation,
    root: task.body.root,
    offeredByOrganisation: task.offeredBy.organisation,
    offeredByRoot: task.offeredBy.root,
    offeredAt: task.offeredAt,
    acceptedAt: task.acceptedAt,
    dueAt: task.dueAt,
    lateAt: task.lateAt,
    handler: task.handler && JSON.stringify(task.handler),
    doneAt: task.doneAt,
    result: task.result,
    answerPublic: task.answerPublic,
    answerPrivate: task.answerPrivate,
    madeSafeAt: task.madeSafeAt,
    returnReason: task.returnReason,
    suspension: task.suspension && JSON.stringify(task.suspension),
    round: task.round,
    linkVersion: task.linkVersion,
  };
}

export function checkRow(check: Check, place: Place): Insertable<MatterCheck> {
  return {
    id: check.id,
    ...place,
    taskId: check.taskId,
    round: check.round,
    kind: check.kind,
    reason: check.reason,
    organisation: check.body.organisation,
    root: check.body.root,
    handlerAccount: check.handler.account,
    handlerOrganisation: check.handler.organisation,
    handlerRoot: check.handler.root,
    handlerAppointment: check.handler.appointment,
    askedAt: check.askedAt,
    dueAt: check.dueAt,
    checkerAccount: check.checker?.account ?? null,
    checkerOrganisation: check.checker?.organisation ?? null,
    checkerRoot: check.checker?.root ?? null,
    checkerAppointment: check.checker?.appointment ?? null,
    finding: check.finding,
    note: check.note,
    doneAt: check.doneAt,
    attempts: JSON.stringify(check.attempts),
  };
}
