import type { Language } from '#kernel/pure/messages.ts';

/** A line of what happened, in the reader's language. */
export type StoryLine = {
  readonly title: string;
  readonly when: string;
  readonly isoWhen: string;
  readonly by: string;
  readonly text?: string;
};

export type FileShown = { readonly href: string; readonly kind: 'photo' | 'clip' | 'document' };

export type FindingShown = {
  readonly title: string;
  readonly finding: string;
  readonly when: string;
  readonly note: string | null;
  readonly at: Date;
};

/** The reporter's word on one finish. */
export type WordShown = {
  readonly word: 'solved' | 'not_solved';
  readonly when: string;
  readonly at: Date;
};

/** A matter as pages of the portal show it; what stays private is not in it unless the reader may have it. */
export type MatterPageView = {
  readonly lang: Language;
  readonly number: string;
  readonly title: string;
  readonly words: string;
  readonly place: string;
  readonly category: string;
  readonly state: string;
  readonly stateWord: string;
  readonly closure: string | null;
  /** Closed as solved, as checked, or as answered; not where it stayed unsolved or nobody could say. */
  readonly isGoodEnd: boolean;
  /** A question or suggestion that was answered: nothing was to be solved. */
  readonly isAdvice: boolean;
  readonly owner: string;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly received: string;
  readonly due: string;
  readonly dueLines: readonly string[];
  readonly isProvisional: boolean;
  readonly answer: string | null;
  readonly answerPrivate: string | null;
  readonly reason: string | null;
  readonly files: readonly FileShown[];
  readonly answerFiles: readonly FileShown[];
  readonly story: readonly StoryLine[];
  readonly findings: readonly FindingShown[];
  /** The reporter's words beside the checks: both stand where they differ. */
  readonly said: readonly WordShown[];
  readonly secondings: number;
};

/** What the reporter may do now. */
export type ReporterActs = {
  readonly mayAnswer: boolean;
  readonly mayRate: boolean;
  /** How many grades there are to choose from. */
  readonly grades: number;
  readonly mayAsk: boolean;
  readonly mayWithdraw: boolean;
  readonly maySplit: boolean;
  /** Until when it can be opened again; null when not. */
  readonly reopenUntil: string | null;
  readonly mayWish: boolean;
};
