import { monthOf, type PlainDate, weekday } from './dates.ts';
import type { ExplainLine } from './explain.ts';
import { defineMessages, type Language } from './messages.ts';

type Facts = ExplainLine['facts'];

const zhDay = (iso: unknown) => {
  const [, month, day] = String(iso).slice(0, 10).split('-').map(Number);
  return `${month}月${day}日`;
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const enDay = (iso: unknown) => {
  const date = String(iso).slice(0, 10) as PlainDate;
  return `${Number(date.slice(8))} ${MONTHS[monthOf(date) - 1]}`;
};
const clock = (at: unknown) => String(at).slice(11);
const zhMoment = (at: unknown) => `${zhDay(at)}${clock(at) ? ` ${clock(at)}` : ''}`;
const enMoment = (at: unknown) => `${enDay(at)}${clock(at) ? `, ${clock(at)}` : ''}`;
const zhSpan = (f: Facts) =>
  f['from'] === f['to'] ? zhDay(f['from']) : `${zhDay(f['from'])}至${zhDay(f['to'])}`;
const enSpan = (f: Facts) =>
  f['from'] === f['to'] ? enDay(f['from']) : `${enDay(f['from'])} to ${enDay(f['to'])}`;
const enCount = (n: unknown, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
const zhWeekday = (iso: unknown) =>
  `星期${'一二三四五六日'.charAt(weekday(String(iso).slice(0, 10) as PlainDate) - 1)}`;

const HOLIDAYS: Readonly<Record<string, readonly [string, string]>> = {
  new_year: ['元旦', 'New Year'],
  spring_festival: ['春节', 'Spring Festival'],
  qingming: ['清明节', 'Qingming'],
  labour_day: ['劳动节', 'Labour Day'],
  dragon_boat: ['端午节', 'Dragon Boat Festival'],
  mid_autumn: ['中秋节', 'Mid-Autumn Festival'],
  national_day: ['国庆节', 'National Day'],
  victory_day: ['抗战胜利纪念日', 'Victory Day'],
};
const holidayName = (code: unknown, language: 0 | 1) =>
  HOLIDAYS[String(code)]?.[language] ?? String(code);

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  calendar_days: ['天', 'day'],
  working_days: ['个工作日', 'working day'],
  working_hours: ['个工作小时', 'working hour'],
  urgent_hours: ['小时（不分昼夜）', 'hour round the clock'],
};
const zhAllowance = (f: Facts) => `${f['amount']} ${UNITS[String(f['unit'])]?.[0] ?? ''}`;
const enAllowance = (f: Facts) => {
  const unit = UNITS[String(f['unit'])]?.[1] ?? '';
  return f['unit'] === 'urgent_hours' && f['amount'] !== 1
    ? `${f['amount']} hours round the clock`
    : enCount(f['amount'], unit).replace('clocks', 'clock');
};

/** The sentences of a deadline's explanation, one for each code. */
export const deadlineMessages = defineMessages(
  {
    from_next_day: (f: Facts) => `从${zhDay(f['date'])}的第二天算起`,
    from_moment: (f: Facts) => `从${zhMoment(f['at'])}算起`,
    office_hours: (f: Facts) => `只算上班时间：${f['hours']}`,
    skipped_weekend: (f: Facts) => `${zhSpan(f)}是周末，不算`,
    skipped_holiday: (f: Facts) => `${zhSpan(f)}放假（${holidayName(f['holiday'], 0)}），不算`,
    adjusted_working_day: (f: Facts) =>
      `${zhDay(f['date'])}（${zhWeekday(f['date'])}）调休上班，算一天`,
    paused_days: (f: Facts) => `${zhSpan(f)}暂停 ${f['days']} 天，原因：${f['reason']}`,
    paused_minutes: (f: Facts) =>
      `${zhMoment(f['from'])}至${zhMoment(f['to'])}暂停，原因：${f['reason']}`,
    paused_still: (f: Facts) => `${zhMoment(f['from'])}起暂停，还没有恢复，原因：${f['reason']}`,
    rolled_forward: (f: Facts) => `${zhDay(f['from'])}是休息日，顺延到${zhDay(f['to'])}`,
    make_safe: (f: Facts) => `有危险：${zhMoment(f['at'])} 前先排除危险`,
    extended: (f: Facts) => `经${f['by']}同意，延长 ${zhAllowance(f)}`,
    provisional: (f: Facts) => `${f['year']} 年的放假安排还没有录入，日期是暂定的`,
    due: (f: Facts) => `期限 ${zhAllowance(f)}，到${zhMoment(f['at'])}为止`,
  },
  {
    from_next_day: (f) => `Counted from the day after ${enDay(f['date'])}`,
    from_moment: (f) => `Counted from ${enMoment(f['at'])}`,
    office_hours: (f) => `Only office hours count: ${f['hours']}`,
    skipped_weekend: (f) => `Skipped the weekend, ${enSpan(f)}`,
    skipped_holiday: (f) => `Skipped the rest days ${enSpan(f)} (${holidayName(f['holiday'], 1)})`,
    adjusted_working_day: (f) => `The adjusted working day ${enDay(f['date'])} counts`,
    paused_days: (f) =>
      `Paused for ${enCount(f['days'], 'day')}, ${enSpan(f)}, because: ${f['reason']}`,
    paused_minutes: (f) =>
      `Paused from ${enMoment(f['from'])} to ${enMoment(f['to'])}, because: ${f['reason']}`,
    paused_still: (f) =>
      `Paused since ${enMoment(f['from'])} and not yet resumed, because: ${f['reason']}`,
    rolled_forward: (f) => `${enDay(f['from'])} is a rest day, so it moves to ${enDay(f['to'])}`,
    make_safe: (f) => `There is danger: it is to be made safe by ${enMoment(f['at'])}`,
    extended: (f) => `Extended by ${enAllowance(f)}, approved by ${f['by']}`,
    provisional: (f) =>
      `The holiday calendar of ${f['year']} isn't loaded yet, so the date is provisional`,
    due: (f) => `${enAllowance(f)}: due by ${enMoment(f['at'])}`,
  },
);

/** One line of the explanation as a sentence. */
export function explainLine(line: ExplainLine, language: Language): string {
  return deadlineMessages[language][line.code](line.facts);
}
