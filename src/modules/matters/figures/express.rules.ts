// Opinion Express: received, solved within N days, solved later, unsolved, still open. What nobody confirmed is never counted as solved.
import type { OutcomeKey } from '../matters/counts.rules.ts';
import type { Express, OutcomeCount } from './express.types.ts';

const LINES: Readonly<Record<OutcomeKey, Exclude<keyof Express, 'received'>>> = {
  solved_quick: 'solvedQuick',
  solved_later: 'solvedLater',
  unsolved: 'unsolved',
  unconfirmed: 'unconfirmed',
  answered: 'answered',
  open: 'open',
  elsewhere: 'elsewhere',
};

/** Adds up counters by outcome. An outcome nobody knows is still received, so the lines may fall short but never lie. */
export function expressOf(counts: readonly OutcomeCount[]): Express {
  const express = {
    received: 0,
    solvedQuick: 0,
    solvedLater: 0,
    unsolved: 0,
    unconfirmed: 0,
    answered: 0,
    open: 0,
    elsewhere: 0,
  };
  for (const { key, count } of counts) {
    const line = LINES[key as OutcomeKey];
    express.received += count;
    if (line) express[line] += count;
  }
  return express;
}

/** Those a solved-share speaks of: problems that ended or still wait; not what was answered or belonged elsewhere. */
export const judged = (express: Express): number =>
  express.solvedQuick + express.solvedLater + express.unsolved + express.unconfirmed + express.open;
