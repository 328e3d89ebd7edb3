/** One thing that waits for one body: the contract by which every module fills Today. */
export type WorkItem = {
  /** The body whose list it is on: a root organisation's id. */
  readonly organisation: string;
  /** What it waits for; only posts that hold this verb see it. */
  readonly verb: string;
  /** Distinguishes several items of one subject, verb and body, e.g. the id of a task. */
  readonly part: string;
  /** Due by the holder's clock. */
  readonly dueAt: Date | null;
  readonly isUrgent: boolean;
  /** Codes for the line's small print; texts live in catalogues. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};

export type WorkSubject = {
  readonly kind: string;
  readonly id: string;
  readonly number: string;
  readonly area: string;
  readonly title: string;
  readonly link: string;
  /** Bodies outside the area that may change the subject, and so its items. */
  readonly sharedWith: readonly string[];
};
