/** Opinion Express of a window: what was received in it, and how each of those stands now. Every matter is in one line. */
export type Express = {
  readonly received: number;
  readonly solvedQuick: number;
  readonly solvedLater: number;
  readonly unsolved: number;
  readonly unconfirmed: number;
  readonly answered: number;
  readonly open: number;
  /** Refused, sent elsewhere, merged or withdrawn: neither solved nor unsolved. */
  readonly elsewhere: number;
};

export type OutcomeCount = { readonly key: string; readonly count: number };
