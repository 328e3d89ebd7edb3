import { defineMessages } from '#kernel/pure/messages.ts';

export const answeredMessages = defineMessages(
  {
    title: '答复过的事',
    lead: '这些是反映人同意公开、已经有结果的事。没解决的也在里面。',
    empty: '还没有公开的答复',
    emptyText: '反映人同意公开的事有了结果，就会出现在这里。',
    say: '说件事',
    closedOn: (day: string) => `${day}结束`,
    secondings: (count: number) => `${count} 人附议`,
    said: '反映的内容',
    all: '全部答复',
    which: '看哪个社区或村的',
  },
  {
    title: 'Answered matters',
    lead: 'Matters that have a result and whose reporters agreed to publication, unsolved ones included.',
    empty: 'No public answers yet',
    emptyText: 'When a matter has a result and its reporter agreed, it appears here.',
    say: 'Say something',
    closedOn: (day) => `closed ${day}`,
    secondings: (count) => `${count} said ‘me too’`,
    said: 'What was said',
    all: 'All answers',
    which: 'Choose a community or village',
  },
);
