export { readExpress } from './figures/read-express.ts';
export { recountsOfMatters } from './figures/recounts.ts';
export { fileInside, fileMatter } from './filing/file-matter.ts';
export type { Filing } from './filing/filing.types.ts';
export { readOrderFile } from './hotline/hotline.tabular.ts';
export { takeOrders } from './hotline/take-orders.ts';
export { actOnMatter, applyChange } from './matters/act.ts';
export { command } from './matters/commands.ts';
export { matterMessages } from './matters.messages.ts';
export { taskLink, trackingOf } from './messages/tracking.ts';
export {
  importPastMatters,
  type PastOptions,
  type PastReport,
} from './past/import-past-matters.ts';
export type { PastColumn, PastEventName, PastFault } from './past/past-event.types.ts';
export { pastMattersMessages } from './past/past-matters.messages.ts';
export { PAST_HEADERS } from './past/past-matters.tabular.ts';
export { CATEGORIES, findCategory } from './reference/categories.ts';
