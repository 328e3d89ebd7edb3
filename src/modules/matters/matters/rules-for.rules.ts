// The numbers a matter lives under: those in force where and when it was received.
import { dateOf } from '#kernel/pure/dates.ts';
import {
  computeDeadline,
  type Deadline,
  type DeadlineRule,
  type ExplainCode,
  type ExplainLine,
} from '#kernel/pure/deadlines.ts';
import { deadlineSetting, type RuleBook, ruleFor } from '#modules/rulebook/pure.ts';
import type { CheckingRules } from './change.types.ts';
import type { Matter } from './matter.types.ts';

export type MatterRules = {
  readonly checking: CheckingRules;
  /** The resident's clock: what the category is allowed until it is done. */
  readonly fix: DeadlineRule;
  /** The N of "solved within N days". */
  readonly quickDays: number;
};

export function rulesFor(
  book: RuleBook,
  matter: Pick<Matter, 'receivedAt' | 'area' | 'category'>,
): MatterRules {
  const date = dateOf(matter.receivedAt);
  const { area } = matter;
  const { days: reopenDays, times: reopenTimes } = ruleFor(book, 'matter.reopen', date, area);
  const { fix, makeSafe: makeSafeWithin } = ruleFor(
    book,
    'matter.deadline',
    date,
    area,
    matter.category,
  );
  return {
    fix,
    quickDays: ruleFor(book, 'express.window', date, area).days,
    checking: {
      ...ruleFor(book, 'matter.checking', date, area),
      ...ruleFor(book, 'matter.rating', date, area),
      reopenDays,
      reopenTimes,
      returnsForMeeting: ruleFor(book, 'matter.returns', date, area).jointMeetingAt,
      makeSafeWithin,
      firstContactWithin: ruleFor(book, 'matter.first_contact', date, area).within,
      acceptWithin: ruleFor(book, 'task.accept', date, area).within,
      handleWithin: ruleFor(book, 'task.answer', date, area).within,
      suspension: ruleFor(book, 'matter.suspension', date, area),
      extension: ruleFor(book, 'matter.extension', date, area),
      escalation: [...ruleFor(book, 'matter.escalation', date, area).steps].sort(
        (a, b) => a.daysOverdue - b.daysOverdue,
      ),
    },
  };
}

/** A deadline at a matter's place, counted from an instant, by the calendar in force. */
export function deadlineAt(
  book: RuleBook,
  area: string,
  rule: DeadlineRule,
  from: Date,
  pauses: Matter['pauses'] = [],
): Deadline {
  return computeDeadline(rule, deadlineSetting(book, dateOf(from), area), from, pauses);
}

/** A matter with the clocks that begin when it is received. */
export function withFirstClocks(book: RuleBook, draft: Matter): Matter {
  const { receivedAt, area } = draft;
  const { firstContactWithin, makeSafeWithin } = rulesFor(book, draft).checking;
  const dueOf = (rule: DeadlineRule) => deadlineAt(book, area, rule, receivedAt).dueAt;
  return {
    ...withDue(draft, matterDeadline(book, draft)),
    firstDueAt: dueOf(firstContactWithin),
    safeDueAt: makeSafeWithin && dueOf(makeSafeWithin),
  };
}

export function withDue(matter: Matter, { dueAt, provisional }: Deadline): Matter {
  return { ...matter, dueAt, isDueProvisional: provisional };
}

/** The resident's clock, which nothing but a pause and an allowed extension moves. A reopened matter is a new promise, from that day. */
export function matterDeadline(book: RuleBook, matter: Matter): Deadline {
  const { fix, checking } = rulesFor(book, matter);
  const from = matter.reopenedAt ?? matter.receivedAt;
  const pauses = matter.pauses.filter((pause) => pause.to === null || pause.to > from);
  const promised = deadlineAt(book, matter.area, fix, from, pauses);
  return matter.extensions.reduce((before, { approvedBy, approvedAt }) => {
    if (approvedBy === null || approvedAt === null || approvedAt < from) return before;
    const { within } = checking.extension;
    const next = deadlineAt(book, matter.area, within, before.dueAt, pauses);
    return extended(before, next, within, approvedBy.organisation);
  }, promised);
}

const SAID_ALREADY: readonly ExplainCode[] = ['provisional', 'paused_still'];

/** @param by the organisation's id: whoever shows the lines knows its name */
function extended(before: Deadline, next: Deadline, rule: DeadlineRule, by: string): Deadline {
  const line: ExplainLine = {
    code: 'extended',
    facts: { amount: rule.amount, unit: rule.unit, by },
  };
  const known = before.lines.map(({ code }) => code);
  const more = next.lines.filter(
    ({ code }) => !(SAID_ALREADY.includes(code) && known.includes(code)),
  );
  return {
    ...next,
    provisional: before.provisional || next.provisional,
    lines: [...before.lines, line, ...more],
  };
}
