// Folds a past matter out of its events, with what time alone did between them, as the live jobs would have done.
import { isRefusal, type Refusal } from '#kernel/pure/refusal.ts';
import type { RuleBook } from '#modules/rulebook/pure.ts';
import { chooseChecker } from '../checks/choose-checker.rules.ts';
import { settle } from '../checks/settle.rules.ts';
import { passTime } from '../escalation/clocks.rules.ts';
import type { CaseEvent, ChangeFacts, Outcome } from '../matters/change.types.ts';
import { bodyAt } from '../matters/desks.rules.ts';
import { stateOf } from '../matters/fold.rules.ts';
import type { Case, Hand } from '../matters/matter.types.ts';
import { followParent } from '../matters/merge.rules.ts';
import { nextLookAt } from '../matters/next-look.rules.ts';
import {
  deadlineAt,
  type MatterRules,
  matterDeadline,
  rulesFor,
  withDue,
} from '../matters/rules-for.rules.ts';
import type { Surroundings } from '../matters/surroundings.types.ts';
import { changeByEvent, parentAt } from './change-by-event.rules.ts';
import type { PastEvent, PastParent } from './past-event.types.ts';

const LOOK_AFTER_MS = 60_000;

/** When the escalation job, which runs each minute, looks: after the time came, and after the change that let it come. */
export function lookAfter(due: Date, lastChange: Date): Date {
  return new Date(Math.max(due.getTime(), lastChange.getTime()) + LOOK_AFTER_MS);
}

export type PastContext = {
  readonly book: RuleBook;
  readonly around: Surroundings;
  readonly newId: () => string;
  /** What time did is folded in up to here. */
  readonly now: Date;
};

/** One change: by an event's hand or the reporter, or by time alone where `event` is null. */
export type PastStep = {
  readonly event: PastEvent | null;
  readonly at: Date;
  readonly events: readonly CaseEvent[];
  readonly after: Case;
};

export type Folded = { readonly case: Case; readonly steps: readonly PastStep[] };
export type FoldRefusal = Refusal & { readonly event: PastEvent };

type Ledger = {
  c: Case;
  readonly steps: PastStep[];
  parent: PastParent | null;
  readonly rules: MatterRules;
  readonly context: PastContext;
};

/** The case after its events and all that followed from them until now, or the first refusal with its event. */
export function foldPast(
  first: Case,
  events: readonly PastEvent[],
  context: PastContext,
): Folded | FoldRefusal {
  const rules = rulesFor(context.book, first.matter);
  const ledger: Ledger = { c: first, steps: [], parent: null, rules, context };
  for (const event of events) {
    passUntil(ledger, event.at);
    const hand = handOfEvent(event);
    const refusal = apply(ledger, event, event.at, hand, (c, facts) =>
      changeByEvent(c, facts, event),
    );
    if (refusal) return { ...refusal, event };
    if (event.event === 'merge') ledger.parent = event.parent;
  }
  passUntil(ledger, context.now);
  return { case: ledger.c, steps: ledger.steps };
}

/** Who acted in the past: a body, by the number of a person where the file has one. No account of today. */
export function handOfEvent({ body, bodyCode, person }: PastEvent): Hand | null {
  if (body === null) return null;
  const account = person === null ? `past:${bodyCode}` : `past:${bodyCode}:${person}`;
  return { ...body, account, appointment: null };
}

/** What the escalation job, a parent's finish and its end would have done before `until`. */
function passUntil(ledger: Ledger, until: Date): void {
  for (let next = nextByTime(ledger); next !== null && next.at < until; next = nextByTime(ledger)) {
    const before = ledger.c.matter.parentWork;
    apply(ledger, null, next.at, null, next.change);
    if ((ledger.steps.at(-1)?.events.length ?? 0) > 0) continue;
    // A look after which nothing happened would come round for ever.
    if (!next.isFollow) return;
    if (before?.closure === ledger.c.matter.parentWork?.closure) ledger.parent = null;
  }
}

type ByTime = {
  readonly at: Date;
  readonly isFollow: boolean;
  readonly change: (c: Case, facts: ChangeFacts) => Outcome;
};

function nextByTime(ledger: Ledger): ByTime | null {
  const { parent } = ledger;
  const look = nextLookAt(ledger.c, ledger.rules.checking);
  // What was due before the last change is found by the job's next look after it.
  const last = ledger.steps.at(-1)?.at ?? ledger.c.matter.receivedAt;
  const lookAt = look && lookAfter(look, last);
  const followAt = followTime(ledger);
  if (parent !== null && followAt !== null && (lookAt === null || followAt <= lookAt))
    return {
      at: followAt,
      isFollow: true,
      change: (c, facts) => followParent(c, facts, { parent: parentAt(parent, c, followAt) }),
    };
  return lookAt && { at: lookAt, isFollow: false, change: passTime };
}

/** When the parent was finished, then when it was closed; of earlier finishes a file of the past tells nothing here. */
function followTime({ c, parent }: Ledger): Date | null {
  if (parent === null || stateOf(c) !== 'MERGED') return null;
  const { parentWork } = c.matter;
  if (parentWork === null && parent.lead?.doneAt) return parent.lead.doneAt;
  return parent.closure === null || parentWork?.closure ? null : parent.closedAt;
}

function apply(
  ledger: Ledger,
  event: PastEvent | null,
  at: Date,
  hand: Hand | null,
  change: (c: Case, facts: ChangeFacts) => Outcome,
): Refusal | null {
  const { context, rules } = ledger;
  const { book, around, newId } = context;
  const { area } = ledger.c.matter;
  const facts: ChangeFacts = {
    now: at,
    hand,
    rules: rules.checking,
    newId,
    draw: event?.sampled ? 0 : 1,
    dueOf: (rule, from) => deadlineAt(book, area, rule, from).dueAt,
    checkerFor: (kind, handler) => chooseChecker(around, kind, handler),
    bodyAt: (level) => bodyAt(level, around, ledger.c.matter.firstContact),
  };
  const outcome = change(ledger.c, facts);
  if (isRefusal(outcome)) return outcome;
  const settled = settle(outcome.case, facts);
  ledger.c = withDueAt(ledger, settled.case);
  ledger.steps.push({
    event,
    at,
    events: [...outcome.events, ...settled.events],
    after: ledger.c,
  });
  return null;
}

/** The resident's clock moves by pauses, extensions and a reopening only; reckoning it anew each time would take most of an import. */
function withDueAt(ledger: Ledger, after: Case): Case {
  const before = ledger.c.matter;
  const { pauses, extensions, reopenedAt } = after.matter;
  const isSame = pauses === before.pauses && extensions === before.extensions;
  if (isSame && reopenedAt === before.reopenedAt) return after;
  const deadline = matterDeadline(ledger.context.book, after.matter);
  return { ...after, matter: withDue(after.matter, deadline) };
}
