// What a matter's state is: never set by hand, always folded from what happened to it, its tasks and its checks.
import type {
  Case,
  Check,
  Matter,
  MatterState,
  ParentWork,
  Task,
  TaskState,
} from './matter.types.ts';

const OPEN_TASK: readonly TaskState[] = ['OFFERED', 'RETURNED', 'ACCEPTED', 'SUSPENDED', 'DONE'];
const OVER: readonly MatterState[] = ['REJECTED', 'REDIRECTED', 'MERGED', 'CLOSED', 'WITHDRAWN'];

export function isOpenTask(task: Task): boolean {
  return OPEN_TASK.includes(task.state);
}

export function isOpen(state: MatterState): boolean {
  return !OVER.includes(state);
}

/** A side task that is done waits for nobody: it is judged together with the lead. */
function isAtWork(task: Task): boolean {
  return isOpenTask(task) && task.state !== 'DONE';
}

/** Whether its holder let his clock run out: the clock that was counted against him is the one that still stands. */
export function isLate({ dueAt, lateAt }: Task): boolean {
  return lateAt !== null && dueAt?.getTime() === lateAt.getTime();
}

/** Whether a word or check speaks of this task's present round; those of earlier rounds and leads are history. */
export function isOfRound(one: { readonly taskId: string; readonly round: number }, task: Task) {
  return one.taskId === task.id && one.round === task.round;
}

/** A check that somebody still has to make. A bad grade is answered whatever becomes of the work meanwhile. */
export function isAwaited(c: Pick<Case, 'matter' | 'tasks'>, check: Check): boolean {
  if (check.finding !== null) return false;
  if (check.kind === 'rating') return true;
  const lead = leadOf(c.tasks);
  return stateOf(c) === 'CHECKING' && lead !== null && isOfRound(check, lead);
}

/** The live lead, if any: a cancelled or returned task leads nothing. */
export function leadOf(tasks: readonly Task[]): Task | null {
  return tasks.find((task) => task.isLead && task.state !== 'CANCELLED') ?? null;
}

/** The state of a matter (domain: Matter life cycle). A pure fold: the order in which facts arrived does not matter. */
export function stateOf({ matter, tasks }: Pick<Case, 'matter' | 'tasks'>): MatterState {
  if (matter.closure !== null) return 'CLOSED';
  if (matter.disposition !== null) return matter.disposition;
  const lead = leadOf(tasks);
  if (lead === null || lead.state === 'OFFERED' || lead.state === 'RETURNED') return 'RECEIVED';
  if (lead.state === 'SUSPENDED') return 'SUSPENDED';
  if (lead.state === 'ACCEPTED') return 'IN_HAND';
  return tasks.some((task) => task !== lead && isAtWork(task)) ? 'IN_HAND' : 'CHECKING';
}

/** Who owns the matter now: the lead's organisation once it accepted, before that the first contact. */
export function ownerOf({ matter, tasks }: Pick<Case, 'matter' | 'tasks'>): Matter['firstContact'] {
  const lead = leadOf(tasks);
  const hasAccepted = lead !== null && lead.acceptedAt !== null && lead.state !== 'RETURNED';
  return hasAccepted ? lead.body : matter.firstContact;
}

/** The finished work on a matter, as those merged into it are to know it; null while somebody is at it, and where there was none. */
export function workOf(c: Case): Omit<ParentWork, 'toldAt'> | null {
  const lead = leadOf(c.tasks);
  const isFinished = stateOf(c) === 'CHECKING' || c.matter.closure !== null;
  if (!isFinished || lead === null || lead.doneAt === null || lead.result === null) return null;
  const { body, handler, doneAt, result, round, answerPublic: answer } = lead;
  const { closure } = c.matter;
  return { taskId: lead.id, round, body, handler, doneAt, result, answer, closure };
}

type WorkKey = Pick<ParentWork, 'taskId' | 'round'>;

/** Whether both mean the same finish. */
export function isSameWork(one: WorkKey | null, other: WorkKey | null): boolean {
  return one?.taskId === other?.taskId && one?.round === other?.round;
}

/** The finish its reporter is asked about: of the matter's own work, or of the parent's that it is merged into. */
export function askedAbout(c: Case): WorkKey | null {
  const state = stateOf(c);
  const { parentWork } = c.matter;
  if (state === 'MERGED') return parentWork?.result === 'done' ? parentWork : null;
  const lead = leadOf(c.tasks);
  return state === 'CHECKING' && lead !== null ? { taskId: lead.id, round: lead.round } : null;
}

/** Until when a danger is to be removed; null where there is none, or somebody has. */
export function safeBy({ matter, tasks }: Pick<Case, 'matter' | 'tasks'>): Date | null {
  const since = matter.reopenedAt ?? matter.receivedAt;
  const isSafe = tasks.some(({ madeSafeAt }) => madeSafeAt !== null && madeSafeAt >= since);
  return isSafe ? null : matter.safeDueAt;
}

/** When the work on it, or on its parent, was last said to be done. */
export function finishedAt({ matter, tasks }: Pick<Case, 'matter' | 'tasks'>): Date | null {
  return leadOf(tasks)?.doneAt ?? matter.parentWork?.doneAt ?? null;
}
