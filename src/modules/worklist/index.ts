export { addItems, listToday, replaceItems } from './items/item.queries.ts';
export type { WorkItem, WorkSubject } from './items/item.types.ts';
