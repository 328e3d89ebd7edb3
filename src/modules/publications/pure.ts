/** Pure rules and types of publications, for others' rules and pages. */
export { noticeLife } from './notices/life-cycle.rules.ts';
export { lineOf, mayWriteFor } from './notices/notice.policy.ts';
export { LINES, type Line, type Notice, type NoticeState } from './notices/notice.types.ts';
export { boardAreas } from './notices/notice-days.rules.ts';
export type { NoticeCard } from './notices/present-notice.rules.ts';
