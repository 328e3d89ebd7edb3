import { expect, it } from 'vitest';
import { aCalendar } from './calendar.factory.ts';
import { explainLine } from './deadlines.messages.ts';
import { computeDeadline } from './deadlines.ts';

const setting = { calendar: aCalendar(), officeHours: [{ from: 540, to: 720 }] };

it('explains the petition of 9 February in both languages', () => {
  const from = new Date('2026-02-09T02:00:00Z');
  const pauses = [
    {
      from: new Date('2026-02-25T02:00:00Z'),
      to: new Date('2026-02-26T02:00:00Z'),
      reason: '等配件',
    },
  ];
  const { lines } = computeDeadline(
    { amount: 7, unit: 'working_days', rollForward: false },
    setting,
    from,
    pauses,
  );
  expect(lines.map((line) => explainLine(line, 'zh'))).toEqual([
    '从2月9日的第二天算起',
    '2月14日（星期六）调休上班，算一天',
    '2月15日至2月23日放假（春节），不算',
    '2月25日暂停 1 天，原因：等配件',
    '期限 7 个工作日，到2月26日为止',
  ]);
  expect(lines.map((line) => explainLine(line, 'en'))).toEqual([
    'Counted from the day after 9 Feb',
    'The adjusted working day 14 Feb counts',
    'Skipped the rest days 15 Feb to 23 Feb (Spring Festival)',
    'Paused for 1 day, 25 Feb, because: 等配件',
    '7 working days: due by 26 Feb',
  ]);
});

it.each([
  [{ amount: 2, unit: 'urgent_hours' }, '2 hours round the clock: due by 9 Feb, 12:00'],
  [{ amount: 1, unit: 'urgent_hours' }, '1 hour round the clock: due by 9 Feb, 11:00'],
  [{ amount: 1, unit: 'working_hours' }, '1 working hour: due by 9 Feb, 11:00'],
  [{ amount: 1, unit: 'calendar_days' }, '1 day: due by 10 Feb'],
] as const)('%o', (rule, sentence) => {
  const { lines } = computeDeadline(
    { ...rule, rollForward: false },
    setting,
    new Date('2026-02-09T02:00:00Z'),
  );
  expect(lines.map((line) => explainLine(line, 'en')).at(-1)).toBe(sentence);
});
