import { plainDateOf } from '#kernel/pure/dates.ts';
import type { DeadlineRule, DeadlineUnit } from '#kernel/pure/deadlines.ts';
import { ANY_SUBJECT, EVERYWHERE } from './pick-rule-set.rules.ts';
import type { RuleCode, RuleParams } from './rule-set.contract.ts';
import type { RuleSet } from './rule-set.types.ts';

/** A rule that nobody above has laid down: a sensible beginning, for the district to decide. */
export const LOCAL_DEFAULT = '本地默认值（由区里确定）';

// Before anything the archive layer tells of.
const FROM = plainDateOf('2005-01-01');

const allow = (amount: number, unit: DeadlineUnit): DeadlineRule => ({
  amount,
  unit,
  rollForward: false,
});

type Written = Omit<RuleSet, 'id'>;

function rule<C extends RuleCode>(
  code: C,
  params: RuleParams<C>,
  from: { subject?: string; source?: string; article?: string } = {},
): Written {
  return {
    code,
    subject: from.subject ?? ANY_SUBJECT,
    area: EVERYWHERE,
    validFrom: FROM,
    validTo: null,
    source: from.source ?? LOCAL_DEFAULT,
    article: from.article ?? '',
    params,
  } as Written;
}

const fix = (subject: string, limit: DeadlineRule, makeSafe: DeadlineRule | null = null) =>
  rule('matter.deadline', { fix: limit, makeSafe }, { subject });

/** By words that the names of such departments have everywhere; a district that names its own differently says so. */
const whistle = (subject: string, department: string | null) =>
  rule('matter.whistle', { department }, { subject });

/** What a new district begins with; each is a dated row that a later one may take over from. */
export const DEFAULT_RULE_SETS: readonly Written[] = [
  rule('office.hours', {
    intervals: [
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
  }),

  fix(ANY_SUBJECT, allow(7, 'working_days')),
  fix('street_light', allow(3, 'working_days')),
  fix('manhole', allow(3, 'working_days'), allow(2, 'urgent_hours')),
  fix('road_damage', allow(7, 'working_days'), allow(4, 'urgent_hours')),
  fix('water_leak', allow(2, 'working_days'), allow(2, 'urgent_hours')),
  fix('lift', allow(3, 'working_days'), allow(1, 'urgent_hours')),
  fix('fallen_tree', allow(2, 'working_days'), allow(2, 'urgent_hours')),
  // The next three as in Jiyuan's manual of urban management.
  fix('exposed_garbage', allow(1, 'working_days')),
  fix('dirty_road', allow(5, 'working_hours')),
  fix('illegal_building', allow(15, 'working_days')),
  fix('septic_tank', allow(2, 'working_days'), allow(4, 'urgent_hours')),
  fix('fire_safety', allow(3, 'working_days'), allow(2, 'urgent_hours')),
  fix('stairwell_clutter', allow(3, 'working_days')),
  fix('fitness_equipment', allow(7, 'working_days')),
  fix('home_repair', allow(3, 'working_days')),
  fix('noise', allow(2, 'working_days')),
  fix('parking', allow(3, 'working_days')),
  fix('greenery', allow(5, 'working_days')),
  fix('sewer', allow(2, 'working_days')),
  fix('neighbour_dispute', allow(15, 'working_days')),
  fix('property_management', allow(7, 'working_days')),

  rule('matter.first_contact', { within: allow(1, 'working_days') }),
  rule('task.accept', { within: allow(1, 'working_days') }),
  rule('task.answer', { within: allow(5, 'working_days') }),
  // Longer than a suspension may last before its review, so that no link dies while its task waits.
  rule('task.link', { days: 60 }),
  rule('matter.checking', {
    sampleShare: 0.1,
    silentDays: 5,
    hotlineDays: 5,
    reworkLimit: 2,
    onSiteAfterRework: true,
    onSiteWhenAnonymousOrSilent: true,
    onSiteWhenAsked: true,
    unsolvedNeedsApproval: true,
    checkWithin: allow(3, 'working_days'),
    callWithin: allow(3, 'working_days'),
    callAttempts: 3,
    callHoursApart: 3,
  }),
  rule(
    'matter.rating',
    { grades: 5, badFrom: 4 },
    { source: '关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）' },
  ),
  rule('matter.reopen', { days: 15, times: 1 }),
  rule('matter.returns', { jointMeetingAt: 3 }),
  rule('matter.suspension', { reviewWithinDays: 30, approvalByAnother: true }),
  rule('matter.extension', { times: 1, within: allow(5, 'working_days') }),
  rule('matter.duplicates', { metres: 50, days: 14 }),
  rule('matter.escalation', {
    steps: [
      { daysOverdue: 0, to: 'community' },
      { daysOverdue: 3, to: 'subdistrict' },
      { daysOverdue: 7, to: 'district' },
    ],
  }),
  rule('matter.publication', { public: true, home: false, dispute: false, person: false }),
  whistle(ANY_SUBJECT, null),
  whistle('street_light', '城市管理'),
  whistle('illegal_building', '城市管理'),
  whistle('road_damage', '住房'),
  whistle('property_management', '住房'),
  whistle('manhole', '水务'),
  whistle('sewer', '水务'),
  whistle('septic_tank', '水务'),
  whistle('water_leak', '水务'),
  whistle('fallen_tree', '园林'),
  whistle('greenery', '园林'),
  whistle('exposed_garbage', '环境卫生'),
  whistle('dirty_road', '环境卫生'),
  whistle('parking', '交通警察'),
  whistle('noise', '生态环境'),
  whistle('fire_safety', '消防'),
  whistle('public_security', '公安'),
  whistle('lift', '市场监督'),
  whistle('fitness_equipment', '体育'),
  whistle('culture_sports', '文化'),
  whistle('disability', '残疾人联合会'),
  whistle('employment', '人力资源'),
  whistle('medical', '医疗保障'),
  rule('express.window', { days: 7 }),
];
