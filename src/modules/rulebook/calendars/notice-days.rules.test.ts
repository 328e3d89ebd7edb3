import { describe, expect, it } from 'vitest';
import { readNoticeDay, readNoticeDays } from './notice-days.rules.ts';

describe('days of a notice', () => {
  it.each([
    ['1月1日', '01-01'],
    ['01-01', '01-01'],
    ['2027/1/2', '2027-01-02'],
    ['2027年10月1日', '2027-10-01'],
  ])('%s is %s', (written, day) => {
    expect(readNoticeDay(written)).toBe(day);
  });

  it('may stand several in a cell, or none', () => {
    expect(readNoticeDays('1月1日、1月2日 2026-12-31')).toEqual(['01-01', '01-02', '2026-12-31']);
    expect(readNoticeDays(' ')).toEqual([]);
  });

  it.each(['13-01', '1月', 'Friday', '2月32日'])('%s is refused', (written) => {
    expect(readNoticeDays(`01-01 ${written}`)).toMatchObject({ refused: 'date_unreadable' });
  });
});
