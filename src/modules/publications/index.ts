/** The door of publications: writing and publishing notices, and what hangs on a board. */
export { correctNotice } from './notices/correct-notice.ts';
export { latestNotices } from './notices/latest-notices.ts';
export { passNoticeDays } from './notices/pass-notice-days.ts';
export { publishNotice } from './notices/publish-notice.ts';
export { withdrawNotice } from './notices/withdraw-notice.ts';
export { type WriteNotice, writeNotice } from './notices/write-notice.ts';
export * from './pure.ts';
