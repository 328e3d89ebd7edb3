import { defineMessages } from '#kernel/pure/messages.ts';
import type { LoadRefusal } from './calendars/notice.rules.ts';
import type { SwitchRefusal } from './rollouts/rollout.rules.ts';
import type { PublishRefusal } from './rule-sets/publish-rule-set.rules.ts';
import type { RuleCode } from './rule-sets/rule-set.contract.ts';

type Refusals = (LoadRefusal | PublishRefusal | SwitchRefusal)['refused'];

const FORM_CODES = [
  'clock_unreadable',
  'office_hours_disordered',
  'bad_beyond_grades',
  'area_unreadable',
  'mechanism_unreadable',
] as const;

const zhRefusals = {
  year_leaves_gap: '请先录入前一年的放假安排',
  year_is_past: '已经过去的年份不能再改',
  day_outside_year: '有一天不在这一年里，请核对',
  work_on_weekday: '调休上班的日子应当是周末，请核对',
  rest_missing: '通知里没有法定节假日，请核对',
  rule_in_the_past: '新规定从明天或以后开始生效，不改变过去的数字',
  rule_already_starts: '同一天已经有一条同样的规定',
  rule_ends_too_early: '失效日期应当晚于生效日期',
  switch_in_the_past: '开关只能从今天或以后起算',
  switch_already_set: '同一天已经有一个同样的开关',
  clock_unreadable: '请把时间写成 09:00 这样',
  office_hours_disordered: '上班时间要从早到晚排列，不能重叠',
  bad_beyond_grades: '差评的起点不能超过评价的档数',
  area_unreadable: '请选择一个地区',
  mechanism_unreadable: '机制的名称只用小写字母、点和下划线',
} as const satisfies Record<Refusals | (typeof FORM_CODES)[number], string>;

const zhRules = {
  'office.hours': '上班时间',
  'matter.deadline': '诉求办理期限',
  'matter.first_contact': '首问答复期限',
  'task.accept': '工单接收期限',
  'task.answer': '工单办理期限',
  'task.link': '工单链接的有效天数',
  'matter.checking': '核查办法',
  'matter.rating': '评价办法',
  'matter.reopen': '重新办理',
  'matter.returns': '退单',
  'matter.suspension': '挂账',
  'matter.extension': '延期',
  'matter.duplicates': '重复诉求的判断',
  'matter.escalation': '超期提级',
  'matter.publication': '公开的默认选择',
  'matter.whistle': '吹哨先找哪个部门',
  'express.window': '意见直通车的统计时限',
} as const satisfies Record<RuleCode, string>;

/** Names of the rules, and why a change of the rulebook was refused. */
export const rulebookMessages = defineMessages(
  { refusals: zhRefusals, rules: zhRules },
  {
    refusals: {
      year_leaves_gap: 'Load the notice of the year before first',
      year_is_past: 'A year that is over can no longer be changed',
      day_outside_year: 'One of the days is not in this year: check it',
      work_on_weekday: 'A day worked instead is a weekend day: check it',
      rest_missing: 'The notice names no holiday by law: check it',
      rule_in_the_past: 'New numbers begin tomorrow or later; those of the past stay as they were',
      rule_already_starts: 'Such a rule already begins on that day',
      rule_ends_too_early: 'The last day must come after the first',
      switch_in_the_past: 'A switch counts from today or later',
      switch_already_set: 'Such a switch is already set for that day',
      clock_unreadable: 'Enter the time like 09:00',
      office_hours_disordered: 'Office hours run from early to late and don’t overlap',
      bad_beyond_grades: 'Bad grades can’t begin beyond the last grade',
      area_unreadable: 'Choose an area',
      mechanism_unreadable: 'A mechanism’s name has small letters, dots and underscores only',
    },
    rules: {
      'office.hours': 'Office hours',
      'matter.deadline': 'How long a matter may take',
      'matter.first_contact': 'How soon the first contact answers',
      'task.accept': 'How soon a task is accepted or returned',
      'task.answer': 'How soon a task is answered',
      'task.link': 'How long the link to a task works',
      'matter.checking': 'How the work is checked',
      'matter.rating': 'How the work is rated',
      'matter.reopen': 'Reopening',
      'matter.returns': 'Returned tasks',
      'matter.suspension': 'Suspension',
      'matter.extension': 'Extension',
      'matter.duplicates': 'When two matters may be one',
      'matter.escalation': 'Who hears of what is overdue',
      'matter.publication': 'What is public by default',
      'matter.whistle': 'Which department a whistle goes to first',
      'express.window': 'The window of Opinion Express',
    },
  },
);
