export type { WorkItem, WorkSubject } from './items/item.types.ts';
