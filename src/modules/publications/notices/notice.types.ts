import type { PlainDate } from '#kernel/pure/dates.ts';

/** The three lines of affairs on the board, never mixed: 党务公开, 居务公开, 政务公开. */
export const LINES = ['party', 'residents', 'government'] as const;
export type Line = (typeof LINES)[number];

export const NOTICE_STATES = ['DRAFT', 'PUBLISHED', 'WITHDRAWN', 'EXPIRED'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** The body it speaks for: its kind and area sign the notice. */
export type Author = {
  readonly account: string;
  readonly appointment: string | null;
  readonly post: string | null;
  readonly kind: string;
  readonly area: string;
  /** The root organisation: a station's group writes as its station. */
  readonly organisation: string;
};

export type Notice = {
  readonly id: string;
  readonly number: string;
  readonly area: string;
  readonly line: Line;
  readonly state: NoticeState;
  readonly title: string;
  readonly body: string;
  readonly isPinned: boolean;
  /** The first day it hangs; null in a draft: the day it is published. */
  readonly publishFrom: PlainDate | null;
  /** The last day it hangs; null: until it is taken down. */
  readonly expiresOn: PlainDate | null;
  readonly isShown: boolean;
  /** The moment it hangs from, once it is published. */
  readonly shownAt: Date | null;
  /** How many texts have hung so far; 0 for a draft. */
  readonly version: number;
  /** What the last correction put right, for everybody to read. */
  readonly correction: string | null;
  readonly correctedAt: Date | null;
  readonly withdrawal: string | null;
  readonly author: Author;
  readonly writtenAt: Date;
  readonly changedAt: Date;
  /** Counts every change, so that nobody changes or publishes a text that he hasn't seen. */
  readonly revision: number;
};

/** One text as it hung. */
export type NoticeVersion = {
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly correction: string | null;
  readonly madeAt: Date;
};

/** What the author chooses. */
export type NoticeContent = Pick<
  Notice,
  'title' | 'body' | 'isPinned' | 'publishFrom' | 'expiresOn'
>;
