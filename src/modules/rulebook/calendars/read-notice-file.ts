import {
  asChoice,
  defineSheet,
  type RowFault,
  readTable,
  readWhole,
  type TableSource,
} from '#kernel/tabular/tabular.ts';
import type { FeastWritten } from './calendar.contract.ts';
import { readNoticeDay, readNoticeDays } from './notice-days.rules.ts';

/** A year's holidays as a sheet: a row for each feast. */
const noticeSheet = defineSheet({
  holiday: {
    headers: ['节日', 'holiday'],
    required: true,
    read: asChoice({
      new_year: ['元旦', 'new year'],
      spring_festival: ['春节', 'spring festival'],
      qingming: ['清明节', '清明', 'qingming'],
      labour_day: ['劳动节', 'labour day'],
      dragon_boat: ['端午节', '端午', 'dragon boat'],
      mid_autumn: ['中秋节', '中秋', 'mid-autumn'],
      national_day: ['国庆节', '国庆', 'national day'],
      victory_day: ['抗战胜利纪念日', 'victory day'],
    }),
  },
  from: { headers: ['放假开始', '开始', 'from'], required: true, read: readNoticeDay },
  to: { headers: ['放假结束', '结束', 'to'], required: true, read: readNoticeDay },
  law: { headers: ['法定节假日', '法定', 'by law'], read: readNoticeDays },
  work: { headers: ['调休上班', '上班', 'worked instead'], read: readNoticeDays },
});

/** Reads a notice for somebody to look over before it is loaded. Rows that can't be read become faults. */
export async function readNoticeFile(
  file: TableSource,
): Promise<{ feasts: FeastWritten[]; faults: RowFault[] }> {
  const { rows, faults } = await readWhole(noticeSheet, await readTable(file));
  const feasts = rows.map(({ value }) => ({
    holiday: value.holiday,
    off: [value.from, value.to] as [string, string],
    law: value.law ?? [],
    ...(value.work === null || value.work.length === 0 ? {} : { work: value.work }),
  }));
  return { feasts, faults };
}
