import { defineMessages } from '#kernel/pure/messages.ts';

type Facts = Readonly<Record<string, string | number>>;

/** What any import says of itself while it runs and when it has ended. */
export const importMessages = defineMessages(
  {
    codes: {
      waiting: '等待处理',
      running: '正在读取文件',
      import_writing: '正在核对和写入',
      import_counting: '正在清点文件',
      import_checked: '检查完了，还没有写入任何东西',
      import_done: '导入完成',
      failed: '系统出错，没有完成；请稍后再试，仍不行请告诉管理员',
      file_missing: '文件已不在服务器上，请重新上传',
      columns_missing: ({ columns }: Facts) => `缺少必需的列：${columns}`,
      header_twice: ({ header }: Facts) => `表头有两列都叫“${header}”，无法判断用哪一列`,
      csv_malformed: ({ line }: Facts) => `引号不成对，从第 ${line} 行起无法读取`,
      csv_row_too_long: ({ line }: Facts) => `第 ${line} 行太长，多半是引号没有关上`,
    },
  },
  {
    codes: {
      waiting: 'Waiting its turn',
      running: 'Reading the files',
      import_writing: 'Checking and writing',
      import_counting: 'Counting what the file holds',
      import_checked: 'Checked; nothing has been written yet',
      import_done: 'Imported',
      failed: 'Something broke and it did not finish; try again later, then tell the administrator',
      file_missing: 'The file is no longer on the server; please upload it again',
      columns_missing: ({ columns }) => `Required columns are missing: ${columns}`,
      header_twice: ({ header }) =>
        `Two columns are called “${header}”, so it is unclear which is meant`,
      csv_malformed: ({ line }) =>
        `A quotation mark has no partner; nothing can be read from line ${line} on`,
      csv_row_too_long: ({ line }) =>
        `Line ${line} is too long, most likely because a quotation mark was not closed`,
    },
  },
);
