import type { Statement, StatementText } from './statement.tsx';

const zh = (): Statement => ({
  title: '我们从不统计什么',
  lead: '下面这些，别处试过，伤了人，也没有办成事。这套系统里没有这些功能，也没有为它们留位置。',
  sections: [
    {
      heading: '对居民',
      list: [
        '不给居民打分、积分、排名。',
        '不设红黑榜。',
        '不统计谁登录过、看了多久、点了什么。',
        '不为了凑数要求安装、关注或者签到。',
      ],
    },
    {
      heading: '对社区工作人员',
      list: [
        '不签到，不定位，不查在线时长。',
        '不要求拍照证明做过事。照片自愿，办没办好由另一个单位的人和说的人来判断。',
        '不按登录次数和发了多少条来排名。',
        '不规定每月要上报多少件。',
        '自己发现、自己当场处理的，记下来可以，但不计入任何比率。',
      ],
    },
    {
      heading: '对检查',
      list: [
        '没有只给检查的人看的页面和材料。记录都是办事时自然留下的。',
        '国家系统已经有的账，不再另记一本。能导入的导入，能导出的导出。',
      ],
    },
    {
      heading: '那么看什么',
      text: [
        '看说的事解决了没有，用了多少天，由谁确认，没有解决的写明了理由没有。每个数字都能点到背后的记录。',
      ],
    },
    {
      heading: '如果有人要求加上',
      text: ['代码是公开的，谁加了什么都看得到。发现这里说的与实际不符，请告诉我们。'],
    },
  ],
});

const en = (): Statement => ({
  title: 'What we never measure',
  lead: 'Each of these was tried elsewhere. It hurt people and solved nothing. This system has no such functions and leaves no place for them.',
  sections: [
    {
      heading: 'About residents',
      list: [
        'No scores, points or rankings of residents.',
        'No boards of praise or shame.',
        'No record of who signed in, how long they read or what they opened.',
        'Nobody is made to install, follow or check in so that a number goes up.',
      ],
    },
    {
      heading: 'About community staff',
      list: [
        'No check-ins, no tracking of place, no hours online.',
        'No photos demanded as proof of work. Photos are voluntary; whether it is done is judged by somebody from another organisation and by the person who reported it.',
        'No ranking by sign-ins or by the number of entries.',
        'No quota of reports per month.',
        'What staff find and fix themselves on the spot may be noted, but counts in no rate.',
      ],
    },
    {
      heading: 'About inspections',
      list: [
        'No page or file whose only reader is an inspector. Records are what the work itself leaves behind.',
        'No second ledger beside a national system. What can be imported is imported, what can be exported is exported.',
      ],
    },
    {
      heading: 'What we look at instead',
      text: [
        'Whether what was reported is solved, how many days it took, who confirmed it, and whether there is a reason where it was not. Every number leads to its records.',
      ],
    },
    {
      heading: 'If somebody asks for it to be added',
      text: [
        'The code is open, and everybody can see who added what. If what you find differs from this page, please tell us.',
      ],
    },
  ],
});

export const neverMeasuredText: StatementText = { zh, en };
