import { defineMessages } from '#kernel/pure/messages.ts';

/** How the page of imports offers past matters; the words for what is wrong with them are many, and kept apart. */
export const pastImportMessages = defineMessages(
  {
    label: '历史诉求',
    hint: '一行一个事件，同一件诉求的各行连在一起、按时间排列，第一行是受理。一件诉求有一处不对，就整件不导入。请先导入区划和机构。',
    events: '事件表',
    matters: '诉求',
  },
  {
    label: 'Past matters',
    hint: 'One row an event; the rows of a matter stand together in time order, its receipt first. A matter with one fault stays out whole. Areas and bodies must be in before.',
    events: 'Sheet of events',
    matters: 'Matters',
  },
);
