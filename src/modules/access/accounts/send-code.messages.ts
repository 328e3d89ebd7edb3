import { defineMessages } from '#kernel/pure/messages.ts';

export const sendCodeMessages = defineMessages(
  {
    subject: '登录验证码',
    text: (code: string) => `邻里登录验证码 ${code}，5 分钟内有效。工作人员不会向您索要验证码。`,
  },
  {
    subject: 'Sign-in code',
    text: (code: string) =>
      `Your Linli sign-in code is ${code}. It is valid for 5 minutes. Staff never ask you for it.`,
  },
);
