import { isAreaCode } from '#kernel/pure/area.ts';
import { parseInstant } from '#kernel/pure/dates.ts';
import { parsePhone } from '#kernel/pure/identifiers.ts';
import { withoutSeparators } from '#kernel/pure/plain-text.ts';
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import {
  asChoice,
  asCode,
  asDate,
  asNumber,
  asText,
  asYesNo,
  type Column,
  defineSheet,
} from '#kernel/tabular/tabular.ts';
import { ORGANISATION_CODE } from '#modules/bodies/pure.ts';
import { BUILDING_CODE } from '#modules/territory/pure.ts';
import { findCategory } from '../reference/categories.ts';
import type { PastRow } from './past-event.types.ts';

const PERSON_CODE = /^[0-9A-Za-z]{2,40}$/;
const EXTERNAL = /^[0-9A-Za-z_./-]{1,60}$/;

const asExternal = (text: string) => (EXTERNAL.test(text) ? text : refuse('code_malformed'));
const asArea = (text: string) => {
  const code = withoutSeparators(text);
  return isAreaCode(code) ? code : refuse('code_malformed');
};
const asCategory = (text: string) => (findCategory(text) ? text : refuse('category_unknown'));
const asInstant = (text: string) => parseInstant(text);

// Whether invented numbers are admitted is the district's setting; here any that could be read is.
const asTelephone = (text: string) => {
  const phone = parsePhone(text, { testNumbers: true });
  return isRefusal(phone) ? refuse('phone_unreadable') : phone.number;
};

const asEvent = asChoice({
  receive: ['受理', '登记'],
  take: ['接办'],
  offer: ['派单'],
  whistle: ['吹哨'],
  accept: ['签收', '接单'],
  return: ['退单'],
  overrule: ['驳回退单'],
  reoffer: ['改派'],
  finish: ['办结'],
  cannot: ['无法办理'],
  propose_suspension: ['申请挂起'],
  suspend: ['批准挂起'],
  resume: ['恢复办理'],
  propose_extension: ['申请延期'],
  extend: ['批准延期'],
  cancel: ['撤销工单'],
  reject: ['不予受理'],
  redirect: ['转其他渠道'],
  merge: ['并案'],
  answer: ['答复咨询'],
  decide: ['建议处理'],
  say_solved: ['反映人称已解决'],
  say_not_solved: ['反映人称未解决'],
  ask_for_check: ['要求核查'],
  rate: ['评价'],
  withdraw: ['撤回'],
  reopen: ['重新打开'],
  found_fixed: ['核查已修复'],
  found_not_fixed: ['核查未修复'],
  found_solved: ['回访已解决'],
  found_not_solved: ['回访未解决'],
  found_unreachable: ['回访未接通'],
  found_refused: ['回访拒答'],
  found_settled: ['调解成功'],
  found_not_settled: ['调解未成'],
  found_approved: ['同意按未解决结束'],
  found_denied: ['不同意按未解决结束'],
  found_upheld: ['差评属实'],
  found_not_upheld: ['差评不属实'],
});

type Reads = {
  readonly [K in keyof PastRow]: Column<NonNullable<PastRow[K]>>;
};

/**
 * The events sheet: one row an event, the rows of one matter adjacent and in time order, `receive` first. That a matter
 * was closed is not written: it follows.
 */
export const pastMattersSheet = defineSheet({
  external: { headers: ['原编号', 'external'], required: true, read: asExternal },
  event: { headers: ['事件', 'event'], required: true, read: asEvent },
  at: { headers: ['时间', '发生时间', 'at'], required: true, read: asInstant },
  body: { headers: ['办理单位编码', '单位编码', 'body'], read: asCode(ORGANISATION_CODE) },
  person: { headers: ['经办人编号', 'person'], read: asCode(PERSON_CODE) },
  to: { headers: ['转交单位编码', 'to'], read: asCode(ORGANISATION_CODE) },
  words: { headers: ['内容', '说明', 'words'], read: asText(2000) },
  lacks: {
    headers: ['吹哨原因', 'lacks'],
    read: asChoice({ power: ['权限', '无权'], money: ['经费', '无钱'] }),
  },
  rating: { headers: ['评分', 'rating'], read: asNumber(1, 5) },
  sampled: { headers: ['抽查', 'sampled'], read: asYesNo },
  reviewOn: { headers: ['复查日期', 'review on'], read: asDate },
  channel: {
    headers: ['其他渠道', 'channel'],
    read: asChoice({
      emergency: ['110', '紧急'],
      confidential_report: ['检举控告'],
      petition: ['信访'],
      court: ['法院', '诉讼'],
      other: ['其他'],
    }),
  },
  decision: {
    headers: ['建议结论', 'decision'],
    read: asChoice({ ADOPTED: ['采纳'], PARTLY: ['部分采纳'], NOT_ADOPTED: ['未采纳'] }),
  },
  parent: { headers: ['并入编号', 'parent'], read: asExternal },
  kind: {
    headers: ['性质', 'kind'],
    read: asChoice({
      problem: ['问题', '求助'],
      suggestion: ['建议'],
      consultation: ['咨询'],
    }),
  },
  source: {
    headers: ['来源', 'source'],
    read: asChoice({
      portal: ['网站', '网上'],
      counter: ['窗口'],
      telephone: ['电话'],
      outreach: ['走访'],
      hotline: ['热线'],
      past: ['历史'],
    }),
  },
  category: { headers: ['类别', 'category'], read: asCategory },
  area: { headers: ['区划代码', '社区代码', 'area'], read: asArea },
  place: { headers: ['地点', 'place'], read: asText(200) },
  building: { headers: ['楼栋编码', 'building'], read: asCode(BUILDING_CODE) },
  lng: { headers: ['经度', 'lng'], read: asNumber(73, 136) },
  lat: { headers: ['纬度', 'lat'], read: asNumber(3, 54) },
  crs: {
    headers: ['坐标系', 'crs'],
    read: asChoice({ CGCS2000: ['国家2000'], GCJ02: ['火星坐标'] }),
  },
  name: { headers: ['反映人', 'name'], read: asText(60) },
  telephone: { headers: ['联系电话', 'telephone'], read: asTelephone },
  public: { headers: ['公开', 'public'], read: asYesNo },
  hotline: { headers: ['热线编号', 'hotline number'], read: asText(60) },
  hotlineDue: { headers: ['热线期限', 'hotline due'], read: asInstant },
} as const satisfies Reads);

/** The sheet's Chinese headers by column, as the demo and exports write them. */
export const PAST_HEADERS = Object.fromEntries(
  Object.entries(pastMattersSheet.columns).map(([key, column]) => [key, column.headers[0]]),
) as Readonly<Record<keyof PastRow, string>>;
