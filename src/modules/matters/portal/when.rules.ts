// Days and times as the portal's pages say them.
export { dayOfInstant, dayText, momentText } from '#kernel/pure/day-words.ts';
