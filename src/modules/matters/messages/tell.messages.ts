import { defineMessages } from '#kernel/pure/messages.ts';

/** Texts that leave the system: short, complete, with a way back. */
export const tellMessages = defineMessages(
  {
    subject: (number: string) => `诉求 ${number}`,
    receive: (number: string, url: string, code: string) =>
      `您的诉求已收到，编号 ${number}，查询码 ${code}。进展随时查看：${url}`,
    take: (number: string, url: string) => `您的诉求 ${number} 已有人接办。详情：${url}`,
    accept: (number: string, url: string) => `您的诉求 ${number} 已由承办单位接受。详情：${url}`,
    finish: (number: string, url: string) =>
      `您的诉求 ${number} 已办理。解决了吗？请点开回答一个问题：${url}`,
    cannot: (number: string, url: string) => `您的诉求 ${number} 目前办不到，原因请看：${url}`,
    reject: (number: string, url: string) => `您的诉求 ${number} 不予受理，原因请看：${url}`,
    redirect: (number: string, url: string) =>
      `您的诉求 ${number} 应由其他渠道办理，怎么做请看：${url}`,
    answer: (number: string, url: string) => `您的咨询 ${number} 已答复：${url}`,
    decide: (number: string, url: string) => `您的建议 ${number} 已有结果：${url}`,
    close: (number: string, url: string) =>
      `您的诉求 ${number} 已结束。如果没有解决，15 天内可以重新打开：${url}`,
    suspend: (number: string, url: string) =>
      `您的诉求 ${number} 暂停办理，原因和复查日期请看：${url}`,
    extend: (number: string, url: string) =>
      `您的诉求 ${number} 经批准延长了期限，原因和新的期限请看：${url}`,
    merge: (number: string, url: string) =>
      `您的诉求 ${number} 与同一件事的另一诉求合并办理，进展照常查看：${url}`,
    task_subject: (number: string) => `工单 ${number}`,
    task_offered: (title: string, url: string) =>
      `有一张工单等您单位接受、答复或退回（无需账号）：${title}\n${url}`,
  },
  {
    subject: (number) => `Matter ${number}`,
    receive: (number, url, code) =>
      `We have your matter, number ${number}, query code ${code}. See how it goes: ${url}`,
    take: (number, url) => `Somebody is working on your matter ${number}: ${url}`,
    accept: (number, url) => `Your matter ${number} was accepted by the body responsible: ${url}`,
    finish: (number, url) =>
      `Work on your matter ${number} is done. Is it solved? Please answer one question: ${url}`,
    cannot: (number, url) => `Your matter ${number} cannot be done at present. The reason: ${url}`,
    reject: (number, url) => `Your matter ${number} was not taken. The reason: ${url}`,
    redirect: (number, url) =>
      `Your matter ${number} belongs to another office. What to do: ${url}`,
    answer: (number, url) => `Your question ${number} was answered: ${url}`,
    decide: (number, url) => `There is a decision on your suggestion ${number}: ${url}`,
    close: (number, url) =>
      `Your matter ${number} is closed. If it is not solved you can open it again within 15 days: ${url}`,
    suspend: (number, url) =>
      `Work on your matter ${number} is suspended. Reason and date of review: ${url}`,
    extend: (number, url) =>
      `Your matter ${number} was given more time. The reason and the new due date: ${url}`,
    merge: (number, url) =>
      `Your matter ${number} is handled together with another about the same thing: ${url}`,
    task_subject: (number) => `Task ${number}`,
    task_offered: (title, url) =>
      `A task waits for your office to accept, answer or return (no account needed): ${title}\n${url}`,
  },
);
