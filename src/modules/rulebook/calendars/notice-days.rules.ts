// How offices write days in a notice: 1月1日、01-01、2027-01-01、2027/1/1, several of them separated by commas, 、 or blanks.
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';

const DAY = /^(?:(\d{4})\s*[-年/.]\s*)?(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?$/;

/** One day as the contract writes it: 'MM-DD', or the whole date where a year stands beside it. */
export function readNoticeDay(text: string): string | Refusal<'date_unreadable'> {
  const [, year, month = '', day = ''] = DAY.exec(text.trim()) ?? [];
  const inYear = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(inYear)) return refuse('date_unreadable');
  return year === undefined ? inYear : `${year}-${inYear}`;
}

/** Several days in one cell or field; empty means none. */
export function readNoticeDays(text: string): string[] | Refusal<'date_unreadable'> {
  const parts = text.split(/[、,，;；\s]+/).filter(Boolean);
  const days = parts.map(readNoticeDay);
  return days.every((day) => typeof day === 'string') ? days : refuse('date_unreadable');
}
