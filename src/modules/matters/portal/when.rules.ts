// Days and times as the portal's pages say them.
export { dayOfInstant, momentText } from '#kernel/pure/day-words.ts';
