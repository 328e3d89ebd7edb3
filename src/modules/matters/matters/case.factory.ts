import type { ChangeFacts, CheckingRules } from './change.types.ts';
import type { Body, Case, CheckKind, Hand, Matter } from './matter.types.ts';

export const STATION: Hand = {
  organisation: 'station-group',
  root: 'station',
  account: 'clerk',
  appointment: 'clerk-post',
};
export const COMMITTEE: Hand = {
  organisation: 'residents',
  root: 'residents',
  account: 'member',
  appointment: 'member-post',
};
export const DEPARTMENT: Hand = {
  organisation: 'department',
  root: 'department',
  account: 'officer',
  appointment: 'officer-post',
};
export const SUBDISTRICT: Hand = {
  organisation: 'subdistrict',
  root: 'subdistrict',
  account: 'dispatcher',
  appointment: 'dispatcher-post',
};
export const CALLERS: Hand = {
  organisation: 'pool',
  root: 'pool',
  account: 'caller',
  appointment: 'caller-post',
};

export const aRuleSet: CheckingRules = {
  silentDays: 5,
  sampleShare: 0.1,
  reworkLimit: 2,
  onSiteAfterRework: true,
  onSiteWhenAnonymousOrSilent: true,
  onSiteWhenAsked: true,
  unsolvedNeedsApproval: true,
  callAttempts: 3,
  callHoursApart: 3,
  grades: 5,
  badFrom: 4,
  reopenDays: 15,
  reopenTimes: 1,
  returnsForMeeting: 3,
  hotlineDays: 15,
  checkWithin: { amount: 3, unit: 'working_days', rollForward: false },
  callWithin: { amount: 3, unit: 'working_days', rollForward: false },
  acceptWithin: { amount: 1, unit: 'working_days', rollForward: false },
  handleWithin: { amount: 5, unit: 'working_days', rollForward: false },
};

export const START = new Date('2026-03-02T01:00:00Z');
const DAY_MS = 86_400_000;

export function daysLater(days: number, from = START): Date {
  return new Date(from.getTime() + days * DAY_MS);
}

let serial = 0;

/** Who looks in these tests: the residents' committee, or the Party committee where that one handled. */
function checkerFor(kind: CheckKind, handler: Hand): Body {
  const usual = kind === 'call' ? CALLERS : COMMITTEE;
  const body = handler.root === usual.root ? SUBDISTRICT : usual;
  return { organisation: body.organisation, root: body.root };
}

export function facts(hand: Hand | null, given: Partial<ChangeFacts> = {}): ChangeFacts {
  return {
    now: START,
    hand,
    rules: aRuleSet,
    newId: () => {
      serial += 1;
      return `id-${serial}`;
    },
    draw: 0.5,
    dueOf: (rule, from) => daysLater(rule.amount, from),
    checkerFor,
    ...given,
  };
}

export function aCase(matter: Partial<Matter> = {}): Case {
  return {
    tasks: [],
    checks: [],
    matter: {
      id: 'matter',
      number: '26483017256',
      kind: 'problem',
      source: 'portal',
      category: 'street_light',
      space: 'home',
      isSafety: false,
      area: '320105901001',
      isAnonymous: false,
      isPublic: false,
      receivedAt: START,
      dueAt: daysLater(7),
      isOverdue: false,
      pauses: [],
      firstContact: { organisation: 'station', root: 'station' },
      disposition: null,
      dispositionReason: null,
      mergedInto: null,
      parentWork: null,
      closure: null,
      closedAt: null,
      firstClosedAt: null,
      reopenedAt: null,
      reopenings: 0,
      returns: 0,
      agenda: [],
      isSampled: false,
      words: [],
      askedForCheck: false,
      reporterLeft: false,
      rating: null,
      ...matter,
    },
  };
}
