import type { ChangeFacts, CheckingRules } from './change.types.ts';
import { bodyAt } from './desks.rules.ts';
import type { Body, Case, CheckKind, Hand, Matter } from './matter.types.ts';
import type { Surroundings } from './surroundings.types.ts';

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

export const COMMAND: Hand = {
  organisation: 'command',
  root: 'command',
  account: 'commander',
  appointment: 'commander-post',
};

/** The bodies around the community of these tests, and where each has its seat. */
export const AROUND: Surroundings = {
  station: { organisation: 'station', root: 'station' },
  residents: { organisation: 'residents', root: 'residents' },
  party: { organisation: 'party', root: 'party' },
  subdistrict: { organisation: 'subdistrict', root: 'subdistrict' },
  command: { organisation: 'command', root: 'command' },
  callPool: { organisation: 'pool', root: 'pool' },
};
export const SEATS: ReadonlyMap<string, string> = new Map([
  ['station', '320105901001'],
  ['residents', '320105901001'],
  ['subdistrict', '320105901000'],
  ['department', '320105000000'],
  ['command', '320105000000'],
  ['pool', '320105000000'],
]);

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
  makeSafeWithin: null,
  firstContactWithin: { amount: 1, unit: 'working_days', rollForward: false },
  acceptWithin: { amount: 1, unit: 'working_days', rollForward: false },
  handleWithin: { amount: 5, unit: 'working_days', rollForward: false },
  suspension: { reviewWithinDays: 30, approvalByAnother: true },
  extension: { times: 1, within: { amount: 5, unit: 'working_days', rollForward: false } },
  escalation: [
    { daysOverdue: 0, to: 'community' },
    { daysOverdue: 3, to: 'subdistrict' },
    { daysOverdue: 7, to: 'district' },
  ],
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
    bodyAt: (level) => bodyAt(level, AROUND, { organisation: 'station', root: 'station' }),
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
      isDueProvisional: false,
      isOverdue: false,
      escalatedTo: [],
      pauses: [],
      extensions: [],
      firstContact: { organisation: 'station', root: 'station' },
      firstDueAt: daysLater(1),
      safeDueAt: null,
      isUnowned: false,
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
