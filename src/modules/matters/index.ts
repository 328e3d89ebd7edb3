export { recountsOfMatters } from './figures/recounts.ts';
export { fileInside, fileMatter } from './filing/file-matter.ts';
export type { Filing } from './filing/filing.types.ts';
export { actOnMatter, applyChange } from './matters/act.ts';
export { command } from './matters/commands.ts';
export { matterMessages } from './matters.messages.ts';
export { taskLink, trackingOf } from './messages/tracking.ts';
export { CATEGORIES, findCategory } from './reference/categories.ts';
