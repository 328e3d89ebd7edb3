import type { DeadlineRule } from '#kernel/pure/deadlines.ts';
import type { Refusal } from '#kernel/pure/refusal.ts';
import type { Body, Case, CheckKind, Hand, Level } from './matter.types.ts';

/** The numbers of a matter's life, all from the rule set in force on the day the matter was received. */
export type CheckingRules = {
  /** Days without a word from the reporter after which silence counts. */
  readonly silentDays: number;
  /** Share of finishes drawn for a look on the spot, 0–1. */
  readonly sampleShare: number;
  /** Reworks allowed before what is not solved is closed as unsolved: no matter loops for ever. */
  readonly reworkLimit: number;
  /** Whether somebody always looks after what was 'not solved' was done again. */
  readonly onSiteAfterRework: boolean;
  /** Whether somebody looks at what concerns all where nobody can be asked, or nobody answers. */
  readonly onSiteWhenAnonymousOrSilent: boolean;
  readonly onSiteWhenAsked: boolean;
  /** Whether another body must agree before a matter is closed as unsolved. */
  readonly unsolvedNeedsApproval: boolean;
  /** Calls nobody answered before the reporter counts as not reached, and the hours between two of them at least. */
  readonly callAttempts: number;
  readonly callHoursApart: number;
  /** Grades from the best, 1, on; from `badFrom` on they are bad. */
  readonly grades: number;
  readonly badFrom: number;
  readonly reopenDays: number;
  readonly reopenTimes: number;
  /** The return that puts a matter on the community joint meeting's agenda. */
  readonly returnsForMeeting: number;
  /** Days a hotline has for its own call-back. */
  readonly hotlineDays: number;
  readonly checkWithin: DeadlineRule;
  readonly callWithin: DeadlineRule;
  readonly firstContactWithin: DeadlineRule;
  /** Where there is danger: until it is made safe. */
  readonly makeSafeWithin: DeadlineRule | null;
  readonly acceptWithin: DeadlineRule;
  readonly handleWithin: DeadlineRule;
  readonly suspension: {
    /** Days ahead within which a suspension is looked at again. */
    readonly reviewWithinDays: number;
    readonly approvalByAnother: boolean;
  };
  /** How often a matter may be given more time, and how much. */
  readonly extension: { readonly times: number; readonly within: DeadlineRule };
  /** Before whom a matter comes after so many days overdue, the earliest step first. */
  readonly escalation: readonly { readonly daysOverdue: number; readonly to: Level }[];
};

/** All that a change may know besides the case: no clock, no randomness, no database of its own. */
export type ChangeFacts = {
  readonly now: Date;
  /** Who does it; null for the reporter and for jobs. */
  readonly hand: Hand | null;
  readonly rules: CheckingRules;
  readonly newId: () => string;
  /** In [0, 1): drawn from a seed before the reporter is asked. */
  readonly draw: number;
  readonly dueOf: (rule: DeadlineRule, from: Date) => Date;
  /** Who looks, never of the handler's root. */
  readonly checkerFor: (kind: CheckKind, handler: Hand) => Body;
  /** Who stands for a level at the matter's place. */
  readonly bodyAt: (level: Level) => Body;
};

/** One thing that happened, as the journal keeps it: codes only; texts stay on the task or check it names. */
export type CaseEvent = {
  readonly verb: string;
  readonly isPublic: boolean;
  readonly codes?: Readonly<Record<string, string | number | boolean | null>>;
  readonly detail?: Readonly<Record<string, unknown>>;
};

export type Changed = { readonly case: Case; readonly events: readonly CaseEvent[] };
export type Outcome = Changed | Refusal;
