import { defineMessages } from '#kernel/pure/messages.ts';

export const exportMessages = defineMessages(
  {
    file: '诉求清单',
    headers: {
      number: '编号',
      title: '内容',
      kind: '类型',
      source: '来源',
      category: '类别',
      state: '状态',
      closure: '结果',
      area: '区划代码',
      areaName: '社区',
      owner: '现在由谁办',
      received: '收到时间',
      due: '期限',
      overdue: '是否超期',
      secondings: '附议人数',
    },
    yes: '是',
    no: '否',
    watermark: (who: string, when: string, reason: string, rows: number) =>
      `导出人：${who}；时间：${when}；用途：${reason}；共 ${rows} 条`,
  },
  {
    file: 'Matters',
    headers: {
      number: 'Number',
      title: 'Matter',
      kind: 'Kind',
      source: 'Source',
      category: 'Category',
      state: 'State',
      closure: 'Result',
      area: 'Area code',
      areaName: 'Community',
      owner: 'With',
      received: 'Received',
      due: 'Due',
      overdue: 'Overdue',
      secondings: 'Me too',
    },
    yes: 'yes',
    no: 'no',
    watermark: (who: string, when: string, reason: string, rows: number) =>
      `Taken out by ${who} at ${when} for: ${reason}; ${rows} rows`,
  },
);
