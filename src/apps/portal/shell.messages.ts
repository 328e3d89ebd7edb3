import { defineMessages } from '#kernel/pure/messages.ts';

export const shellMessages = defineMessages(
  {
    home: '首页',
    say: '说件事',
    track: '查进度',
    answered: '答复过的',
    notices: '公告',
    people: '谁管什么',
    mine: '我的',
    signIn: '登录',
    howWeCount: '怎么算的',
    neverMeasured: '我们从不统计什么',
    privacy: '个人信息保护',
    accessibility: '无障碍说明',
    openApi: '开放数据接口',
  },
  {
    home: 'Home',
    say: 'Say something',
    track: 'Track',
    answered: 'Answered',
    notices: 'Notices',
    people: 'Who does what',
    mine: 'My matters',
    signIn: 'Sign in',
    howWeCount: 'How we count',
    neverMeasured: 'What we never measure',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    openApi: 'Open data',
  },
);
