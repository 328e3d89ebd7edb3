import type { Upload } from '#kernel/http/uploads.ts';
import { parseInstant } from '#kernel/pure/dates.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import {
  asChoice,
  asCode,
  asText,
  defineSheet,
  type RowFault,
  readTable,
  readWhole,
  type TableSource,
} from '#kernel/tabular/tabular.ts';
import type { Order } from './take-orders.ts';

const asInstant = (text: string) => {
  const instant = parseInstant(text);
  return isRefusal(instant) ? instant : instant.toISOString();
};

/** The columns of a hotline's list of orders, as offices name them. */
export const ordersSheet = defineSheet({
  number: { headers: ['工单编号', '工单号', '编号', 'number'], required: true, read: asText(40) },
  receivedAt: {
    headers: ['受理时间', '来电时间', '登记时间', 'received'],
    required: true,
    read: asInstant,
  },
  dueAt: { headers: ['办结时限', '办理期限', '截止时间', 'due'], read: asInstant },
  area: { headers: ['社区代码', '区划代码', 'area'], required: true, read: asCode(/^\d{12}$/) },
  category: { headers: ['类别', '事项类别', '诉求类别', 'category'], read: asText(40) },
  kind: {
    headers: ['性质', '诉求性质', 'kind'],
    read: asChoice({
      problem: ['问题', '求助', '投诉'],
      suggestion: ['建议'],
      consultation: ['咨询'],
    }),
  },
  words: { headers: ['诉求内容', '内容', '工单内容', 'words'], required: true, read: asText(2000) },
  place: { headers: ['地址', '地点', '事发地址', 'place'], read: asText(200) },
  callerName: { headers: ['来电人', '姓名', 'caller'], read: asText(60) },
  callerTelephone: { headers: ['来电号码', '联系电话', '电话', 'telephone'], read: asText(20) },
});

/** Reads a hotline's list of orders, CSV or XLSX; unreadable rows become faults. */
export async function readOrderFile(
  file: Upload | TableSource,
): Promise<{ good: Order[]; faults: readonly RowFault[] }> {
  const { rows, faults } = await readWhole(ordersSheet, await readTable(file));
  const good = rows.map(
    ({ value }): Order => ({
      ...value,
      category: value.category ?? 'other',
      kind: value.kind ?? 'problem',
    }),
  );
  return { good, faults };
}
