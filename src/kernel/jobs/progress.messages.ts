import { defineMessages } from '#kernel/pure/messages.ts';

/** How the file of rows that could not be taken is headed. */
export const progressMessages = defineMessages(
  { heads: { file: '文件', line: '行', column: '列', reason: '问题', value: '填的内容' } },
  {
    heads: {
      file: 'File',
      line: 'Line',
      column: 'Column',
      reason: 'What is wrong',
      value: 'What stands there',
    },
  },
);
