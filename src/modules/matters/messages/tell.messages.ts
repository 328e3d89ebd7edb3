import { defineMessages } from '#kernel/pure/messages.ts';

/** What a message may name: the reporter's way back, and how long the matter may be opened again, if it may. */
export type Told = {
  readonly number: string;
  readonly url: string;
  readonly code: string;
  readonly reopenDays: number | null;
};

/** Texts that leave the system: short, complete, with a way back. */
export const tellMessages = defineMessages(
  {
    subject: (number: string) => `诉求 ${number}`,
    reporter: {
      receive: ({ number, url, code }: Told) =>
        `您的诉求已收到，编号 ${number}，查询码 ${code}。进展随时查看：${url}`,
      take: ({ number, url }: Told) => `您的诉求 ${number} 已有人接办。详情：${url}`,
      accept: ({ number, url }: Told) => `您的诉求 ${number} 已由承办单位接受。详情：${url}`,
      finish: ({ number, url }: Told) =>
        `您的诉求 ${number} 已办理。解决了吗？请点开回答一个问题：${url}`,
      cannot: ({ number, url }: Told) => `您的诉求 ${number} 目前办不到，原因请看：${url}`,
      reject: ({ number, url }: Told) => `您的诉求 ${number} 不予受理，原因请看：${url}`,
      redirect: ({ number, url }: Told) =>
        `您的诉求 ${number} 应由其他渠道办理，怎么做请看：${url}`,
      answer: ({ number, url }: Told) => `您的咨询 ${number} 已答复：${url}`,
      decide: ({ number, url }: Told) => `您的建议 ${number} 已有结果：${url}`,
      close: ({ number, url, reopenDays }: Told) =>
        reopenDays === null
          ? `您的诉求 ${number} 已结束。结果请看：${url}`
          : `您的诉求 ${number} 已结束。如果没有解决，${reopenDays} 天内可以重新打开：${url}`,
      suspend: ({ number, url }: Told) => `您的诉求 ${number} 暂停办理，原因和复查日期请看：${url}`,
      extend: ({ number, url }: Told) =>
        `您的诉求 ${number} 经批准延长了期限，原因和新的期限请看：${url}`,
      merge: ({ number, url }: Told) =>
        `您的诉求 ${number} 与同一件事的另一诉求合并办理，进展照常查看：${url}`,
      parent_finish: ({ number, url }: Told) =>
        `您的诉求 ${number} 和同一件事的另一诉求一起办，现在说是办好了。您那里解决了吗？请点开回答一个问题：${url}`,
      parent_cannot: ({ number, url }: Told) =>
        `您的诉求 ${number} 和同一件事的另一诉求一起办，目前办不到，原因请看：${url}`,
      found_upheld: ({ number, url }: Told) =>
        `您对诉求 ${number} 的评价，另一个单位已经核实并答复：${url}`,
      found_not_upheld: ({ number, url }: Told) =>
        `您对诉求 ${number} 的评价，另一个单位已经核实并答复：${url}`,
      wish_reopening: ({ number, url }: Told) =>
        `您再次要求重新打开诉求 ${number}，已经记下，并列入社区事务评议会的议题。会上的说明请看：${url}`,
    },
    task_subject: (number: string) => `工单 ${number}`,
    task_offered: (title: string, url: string) =>
      `有一张工单等您单位接受、答复或退回（无需账号）：${title}\n${url}`,
  },
  {
    subject: (number) => `Matter ${number}`,
    reporter: {
      receive: ({ number, url, code }) =>
        `We have your matter, number ${number}, query code ${code}. See how it goes: ${url}`,
      take: ({ number, url }) => `Somebody is working on your matter ${number}: ${url}`,
      accept: ({ number, url }) =>
        `Your matter ${number} was accepted by the body responsible: ${url}`,
      finish: ({ number, url }) =>
        `Work on your matter ${number} is done. Is it solved? Please answer one question: ${url}`,
      cannot: ({ number, url }) =>
        `Your matter ${number} cannot be done at present. The reason: ${url}`,
      reject: ({ number, url }) => `Your matter ${number} was not taken. The reason: ${url}`,
      redirect: ({ number, url }) =>
        `Your matter ${number} belongs to another office. What to do: ${url}`,
      answer: ({ number, url }) => `Your question ${number} was answered: ${url}`,
      decide: ({ number, url }) => `There is a decision on your suggestion ${number}: ${url}`,
      close: ({ number, url, reopenDays }) =>
        reopenDays === null
          ? `Your matter ${number} is closed. See the result: ${url}`
          : `Your matter ${number} is closed. If it is not solved you can open it again within ${reopenDays} days: ${url}`,
      suspend: ({ number, url }) =>
        `Work on your matter ${number} is suspended. Reason and date of review: ${url}`,
      extend: ({ number, url }) =>
        `Your matter ${number} was given more time. The reason and the new due date: ${url}`,
      merge: ({ number, url }) =>
        `Your matter ${number} is handled together with another about the same thing: ${url}`,
      parent_finish: ({ number, url }) =>
        `Your matter ${number} was handled together with another about the same thing, and they say it is done. Is it solved for you? Please answer one question: ${url}`,
      parent_cannot: ({ number, url }) =>
        `Your matter ${number} is handled together with another about the same thing, and it cannot be done at present. The reason: ${url}`,
      found_upheld: ({ number, url }) =>
        `Another body has looked into your grade of matter ${number} and answers you: ${url}`,
      found_not_upheld: ({ number, url }) =>
        `Another body has looked into your grade of matter ${number} and answers you: ${url}`,
      wish_reopening: ({ number, url }) =>
        `You asked again to open your matter ${number}. This is recorded, and it is on the agenda of the community’s appraisal meeting: ${url}`,
    },
    task_subject: (number) => `Task ${number}`,
    task_offered: (title, url) =>
      `A task waits for your office to accept, answer or return (no account needed): ${title}\n${url}`,
  },
);

/** What a reporter is told about; nothing else leaves for him. */
export type ToldVerb = keyof typeof tellMessages.zh.reporter;
export const isTold = (verb: string): verb is ToldVerb =>
  Object.hasOwn(tellMessages.zh.reporter, verb);
