import { defineMessages } from '#kernel/pure/messages.ts';

export const receiptMessages = defineMessages(
  {
    title: '受理回执',
    number: '编号',
    code: '查询码',
    received: '收到时间',
    due: '最迟答复',
    said: '您说的事',
    body: '首接单位',
    how: '扫码，或在网站上输入编号和查询码，可以看到谁在办、办到哪一步，也可以说有没有解决。',
    qr: (number: string) => `打开诉求 ${number} 的二维码`,
  },
  {
    title: 'Receipt',
    number: 'Number',
    code: 'Query code',
    received: 'Received',
    due: 'Due by',
    said: 'What you said',
    body: 'First contact',
    how: 'Scan the code, or enter number and query code on the website, to see who works on it and how far it is, and to say whether it is solved.',
    qr: (number: string) => `QR code that opens matter ${number}`,
  },
);
