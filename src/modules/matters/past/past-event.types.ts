import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Body, MatterKind, MatterSource, Task } from '../matters/matter.types.ts';

/** What can be said of a past matter, one row each. That it was closed, checked or overdue follows and is never given. */
export const PAST_EVENTS = [
  'receive',
  'take',
  'offer',
  'whistle',
  'accept',
  'return',
  'overrule',
  'reoffer',
  'finish',
  'cannot',
  'propose_suspension',
  'suspend',
  'resume',
  'propose_extension',
  'extend',
  'cancel',
  'reject',
  'redirect',
  'merge',
  'answer',
  'decide',
  'say_solved',
  'say_not_solved',
  'ask_for_check',
  'rate',
  'withdraw',
  'reopen',
  'found_fixed',
  'found_not_fixed',
  'found_solved',
  'found_not_solved',
  'found_unreachable',
  'found_refused',
  'found_settled',
  'found_not_settled',
  'found_approved',
  'found_denied',
  'found_upheld',
  'found_not_upheld',
] as const;
export type PastEventName = (typeof PAST_EVENTS)[number];

export type RedirectChannel = 'emergency' | 'confidential_report' | 'petition' | 'court' | 'other';

/** One row of the events sheet, its cells read. */
export type PastRow = {
  readonly external: string;
  readonly event: PastEventName;
  readonly at: Date;
  readonly body: string | null;
  readonly person: string | null;
  readonly to: string | null;
  readonly words: string | null;
  readonly lacks: 'power' | 'money' | null;
  readonly rating: number | null;
  readonly sampled: boolean | null;
  readonly reviewOn: PlainDate | null;
  readonly channel: RedirectChannel | null;
  readonly decision: 'ADOPTED' | 'PARTLY' | 'NOT_ADOPTED' | null;
  readonly parent: string | null;
  readonly kind: MatterKind | null;
  readonly source: MatterSource | null;
  readonly category: string | null;
  readonly area: string | null;
  readonly place: string | null;
  readonly building: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly crs: 'CGCS2000' | 'GCJ02' | null;
  readonly name: string | null;
  readonly telephone: string | null;
  readonly public: boolean | null;
  readonly hotline: string | null;
  readonly hotlineDue: Date | null;
};

export type LinedRow = { readonly line: number; readonly value: PastRow };

/** An event whose bodies are known. `sampled` says whether the finish was drawn for a check: the past's draw is a fact. */
export type PastEvent = Omit<PastRow, 'body' | 'to' | 'parent'> & {
  readonly line: number;
  readonly body: Body | null;
  readonly bodyCode: string | null;
  readonly bodyKind: string | null;
  readonly to: Body | null;
  readonly toKind: string | null;
  readonly parent: PastParent | null;
};

/** What a merge must know of the matter merged into. */
export type PastParent = {
  readonly id: string;
  readonly area: string;
  readonly disposition: string | null;
  readonly closure: 'solved' | 'verified' | 'unconfirmed' | 'unsolved' | 'answered' | null;
  readonly closedAt: Date | null;
  /** Its lead where the work is done: what the reporters of those merged into it are asked about. */
  readonly lead: Task | null;
};

export type PastFault = {
  readonly line: number;
  /** The header of the file's column. */
  readonly column: string;
  readonly code: string;
  readonly value: string;
};
export type PastColumn = keyof PastRow;
