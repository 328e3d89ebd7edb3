import type { Pause } from '#kernel/pure/deadlines.ts';

export type MatterKind = 'problem' | 'suggestion' | 'consultation';
export type MatterSource = 'portal' | 'counter' | 'telephone' | 'outreach' | 'hotline' | 'past';

/** Where the thing is that a matter is about; it decides who may check it and what is public by default. */
export type Space = 'public' | 'home' | 'dispute' | 'person';

/** How high something goes: to a community's own station, the subdistrict's office, the district's command. */
export type Level = 'community' | 'subdistrict' | 'district';

export type MatterState =
  | 'RECEIVED'
  | 'IN_HAND'
  | 'SUSPENDED'
  | 'CHECKING'
  | 'CLOSED'
  | 'REJECTED'
  | 'REDIRECTED'
  | 'MERGED'
  | 'WITHDRAWN'
  | 'ANSWERED'
  | 'ADOPTED'
  | 'PARTLY'
  | 'NOT_ADOPTED';

/** The meetings that hear of what went wrong: the community's joint meeting, and the one that appraises its affairs. */
export const MEETINGS = ['joint', 'appraisal'] as const;
export type Meeting = (typeof MEETINGS)[number];

export type Closure = 'solved' | 'verified' | 'unconfirmed' | 'unsolved' | 'answered';

/** What happened to a matter as a whole; whatever else its state is follows from its tasks and checks. */
export type Disposition =
  | 'REJECTED'
  | 'REDIRECTED'
  | 'MERGED'
  | 'WITHDRAWN'
  | 'ANSWERED'
  | 'ADOPTED'
  | 'PARTLY'
  | 'NOT_ADOPTED';

export type TaskState =
  | 'OFFERED'
  | 'ACCEPTED'
  | 'RETURNED'
  | 'SUSPENDED'
  | 'DONE'
  | 'CONFIRMED'
  | 'VERIFIED'
  | 'CANCELLED';

/** An organisation as a task or check knows it: `root` is the body it counts as when somebody else must look. */
export type Body = { readonly organisation: string; readonly root: string };

/** The hand that did something: an account in a post of an organisation. */
export type Hand = Body & { readonly account: string; readonly appointment: string | null };

export type Suspension = {
  readonly reason: string;
  readonly reviewOn: string;
  readonly proposedBy: Hand;
  readonly approvedBy: Hand | null;
  readonly from: Date | null;
  /** The day of its review has come. */
  readonly isReviewDue: boolean;
};

/** More time for the whole matter: asked for by the owner of its lead, allowed by another person. */
export type Extension = {
  readonly task: string;
  readonly reason: string;
  readonly proposedBy: Hand;
  readonly proposedAt: Date;
  readonly approvedBy: Hand | null;
  readonly approvedAt: Date | null;
};

export type Task = {
  readonly id: string;
  readonly state: TaskState;
  /** The one task that the matter's state follows; all others help. */
  readonly isLead: boolean;
  /** Offered upward, to where the power or the money lies. */
  readonly whistle: 'power' | 'money' | null;
  readonly body: Body;
  readonly offeredBy: Body;
  readonly offeredAt: Date;
  readonly acceptedAt: Date | null;
  readonly dueAt: Date | null;
  /** The due instant that passed unheeded and was counted; a new clock has another. */
  readonly lateAt: Date | null;
  readonly handler: Hand | null;
  readonly doneAt: Date | null;
  readonly result: 'done' | 'cannot' | null;
  readonly answerPublic: string | null;
  readonly answerPrivate: string | null;
  readonly madeSafeAt: Date | null;
  readonly returnReason: string | null;
  readonly suspension: Suspension | null;
  /** How often this task was finished: each finish opens one round of checking. */
  readonly round: number;
  /** How often its link was withdrawn or made anew: links of before open nothing. */
  readonly linkVersion: number;
};

/** A 'rating' is no check of the work: another body looks why somebody was dissatisfied, and answers him. */
export type CheckKind = 'site' | 'call' | 'settlement' | 'unsolved' | 'rating';
export type CheckReason =
  | 'rework'
  | 'anonymous'
  | 'silent'
  | 'asked'
  | 'sample'
  | 'dispute'
  | 'unsolved'
  | 'bad_rating';
export type Finding =
  | 'fixed'
  | 'not_fixed'
  | 'solved'
  | 'not_solved'
  | 'unreachable'
  | 'refused'
  | 'settled'
  | 'not_settled'
  | 'approved'
  | 'denied'
  | 'upheld'
  | 'not_upheld';

/** A look by somebody of another root organisation than the handler's; the database holds both and compares them. */
export type Check = {
  readonly id: string;
  readonly taskId: string;
  readonly round: number;
  readonly kind: CheckKind;
  readonly reason: CheckReason;
  /** Whose list it waits on. */
  readonly body: Body;
  readonly handler: Hand;
  readonly askedAt: Date;
  readonly dueAt: Date | null;
  readonly checker: Hand | null;
  readonly finding: Finding | null;
  readonly note: string | null;
  readonly doneAt: Date | null;
  /** When a call was tried and nobody answered. */
  readonly attempts: readonly Date[];
};

export type Word = {
  /** The lead whose finish it judges: a new lead is a new question. */
  readonly taskId: string;
  readonly round: number;
  readonly solved: boolean;
  readonly saidAt: Date;
};

/** What the work on a parent has come to, as a matter merged into it knows it: what its reporter is asked about. */
export type ParentWork = {
  /** The parent's lead and its round. */
  readonly taskId: string;
  readonly round: number;
  readonly body: Body;
  readonly handler: Hand | null;
  readonly doneAt: Date;
  readonly result: 'done' | 'cannot';
  readonly answer: string | null;
  /** How the parent ended; null as long as it is checked. */
  readonly closure: Closure | null;
  /** When this reporter was asked. */
  readonly toldAt: Date;
};

export type Matter = {
  readonly id: string;
  readonly number: string;
  readonly kind: MatterKind;
  readonly source: MatterSource;
  readonly category: string;
  readonly space: Space;
  readonly isSafety: boolean;
  readonly area: string;
  /** No way to reach the reporter but the link he was given. */
  readonly isAnonymous: boolean;
  readonly isPublic: boolean;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** Reckoned with a year whose calendar is not loaded. */
  readonly isDueProvisional: boolean;
  /** Set by the escalation job, not by a query: it is an event with a time. */
  readonly isOverdue: boolean;
  /** The bodies it came before while it was overdue, by level, one a step of the rule. */
  readonly escalatedTo: readonly Level[];
  readonly pauses: readonly Pause[];
  /** Those that were allowed, and at most one that waits. */
  readonly extensions: readonly Extension[];
  /** Who owns the answer: the first asked, until another's acceptance. */
  readonly firstContact: Body;
  /** Until when the first contact takes it, answers it or hands it on; null where that was never promised. */
  readonly firstDueAt: Date | null;
  /** Where there is danger: until when it is made safe, by its category; the work itself has its own date. */
  readonly safeDueAt: Date | null;
  /** That time passed with nobody at work: counted once, until somebody had it and lost it again. */
  readonly isUnowned: boolean;
  readonly disposition: Disposition | null;
  readonly dispositionReason: string | null;
  readonly mergedInto: string | null;
  readonly parentWork: ParentWork | null;
  readonly closure: Closure | null;
  readonly closedAt: Date | null;
  /** The first close, which a reopening counts against. */
  readonly firstClosedAt: Date | null;
  readonly reopenedAt: Date | null;
  readonly reopenings: number;
  readonly returns: number;
  /** The meetings it is to come before. */
  readonly agenda: readonly Meeting[];
  readonly isSampled: boolean;
  readonly words: readonly Word[];
  readonly askedForCheck: boolean;
  readonly reporterLeft: boolean;
  readonly rating: number | null;
};

/** A matter with all that its state follows from. */
export type Case = {
  readonly matter: Matter;
  readonly tasks: readonly Task[];
  readonly checks: readonly Check[];
};
