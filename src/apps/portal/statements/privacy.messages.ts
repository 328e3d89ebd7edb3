import type { Statement, StatementFacts, StatementText } from './statement.tsx';

// 个人信息保护法 (Personal Information Protection Law): articles 6, 13, 16, 17, 19, 23, 25, 28 to 31, 36, 44 to 50.
const zh = (facts: StatementFacts): Statement => ({
  title: '个人信息保护',
  lead: '办一件事需要什么，我们才问什么。不留姓名和电话，也可以说一件事。',
  sections: [
    {
      heading: '谁负责',
      text: [
        `处理您个人信息的是${facts.handler}。依据是法律规定的职责；职责之外的内容，先征得您的同意。`,
        `联系：${facts.office}，${facts.address}，电话 ${facts.phone}，${facts.hours}。`,
      ],
    },
    {
      heading: '我们问什么，为什么问',
      list: [
        '发生了什么、在哪里：没有这两样，就没有人能去办。',
        '姓名和手机号（可不填）：用来告诉您进度，办完以后问您一句解决了没有。不填，就凭编号和查询码自己查。',
        '照片、录音（可不交）：帮助看清情况。照片里的拍摄位置和机器信息，收到时就去掉。',
        '身份证号：说一件事从不需要。',
        '病情、家庭困难、孩子的情况：请只写办事必需的。这类内容只给办理这件事的人看，看过的人都有记录。',
        '替别人说（比如替父母）：会记下是谁替谁说的，两个人都能查进度。',
      ],
    },
    {
      heading: '不同意会怎样',
      text: [
        '不填的项目不影响受理，也不影响办理的先后。同意以后可以随时收回，收回以前办过的仍然算数。',
      ],
    },
    {
      heading: '谁能看到',
      list: [
        '办理这件事的单位和检查的单位，只看办事需要的部分。',
        '转给别的单位时，会告诉您转给了谁、为什么转。',
        '公开不公开由您选。公共地方的事默认公开，家里的事、纠纷和涉及人的事默认不公开。公开的内容里没有姓名、电话和门牌。',
        '每一次查看您的个人信息，都记下谁、什么时候、为了什么。您可以要求看这份记录。',
        '不出售，不用于广告，不送出境外。数据存放在中国境内。',
      ],
    },
    {
      heading: '保存多久',
      list: [
        `诉求和答复：办结后 ${facts.keep.matterYears} 年。`,
        `联系电话：办结后 ${facts.keep.contactMonths} 个月，之后只留事情，不留人。`,
        `录音：办结后 ${facts.keep.voiceMonths} 个月。`,
        `访问日志：${facts.keep.logMonths} 个月，法律要求不少于 6 个月。`,
        '没有提交的草稿：24 小时。',
        '到期由系统删除，只留下“删过什么、何时删的”。',
      ],
    },
    {
      heading: '浏览器里存什么',
      list: [
        '您选的语言和字号。',
        '登录状态，退出就清除。',
        '没填完的表单的编号，24 小时后失效。',
        '没有广告和跟踪的内容，也不从别的网站取任何东西。',
      ],
    },
    {
      heading: '您的权利',
      text: [
        `下面这些都可以要求，不收费，${facts.answerDays} 个工作日内答复。不能照办的，会写明理由。`,
      ],
      list: [
        '知道我们有您的哪些信息，看原文，要一份副本。',
        '改正不对的，补上不全的。',
        '删除不再需要的。',
        '收回同意。',
        '要求解释这些规则。',
        '近亲属可以为去世的人提出。',
      ],
    },
    {
      heading: '怎么提出',
      text: [
        '打电话、写信或者到窗口来，都一样。家人可以代您提出。',
        '对答复不满意，可以向网信部门投诉，也可以向人民法院起诉。',
        '万一信息泄露，我们会尽快告诉受影响的人：泄露了什么、可能有什么影响、可以怎么防。',
      ],
    },
  ],
  updated: `最近修改：${facts.updated}`,
});

const en = (facts: StatementFacts): Statement => ({
  title: 'Privacy',
  lead: 'We ask only what the task needs. You can tell us about a problem without giving a name or a phone number.',
  sections: [
    {
      heading: 'Who is responsible',
      text: [
        `Your personal information is handled by ${facts.handler}, under duties set by law. For anything beyond those duties we ask for your consent first.`,
        `Contact: ${facts.office}, ${facts.address}, phone ${facts.phone}, ${facts.hours}.`,
      ],
    },
    {
      heading: 'What we ask, and why',
      list: [
        'What happened, and where: without these, nobody can act.',
        'Name and mobile number (optional): to tell you how it goes, and to ask once at the end whether it is solved. Without them you follow it by its number and query code.',
        'Photos and voice notes (optional): to see the situation clearly. The place and device recorded inside a photo are removed when it arrives.',
        'Identity number: never needed to report a problem.',
        'Illness, hardship, anything about children: please write only what is needed. Only those who handle this matter see it, and every look is recorded.',
        'Speaking for somebody else, such as a parent: we record who speaks for whom, and both can follow it.',
      ],
    },
    {
      heading: 'If you do not agree',
      text: [
        'Leaving an optional field empty changes neither whether we take the matter nor its turn. You can withdraw consent at any time; what was done before stays valid.',
      ],
    },
    {
      heading: 'Who can see it',
      list: [
        'The organisation that handles it and the one that checks it, each only the parts it needs.',
        'If it is passed on to another organisation, we tell you to whom and why.',
        'You choose whether it is published. Matters in public space are public unless you say otherwise; matters about homes, disputes and persons are private unless you say otherwise. What is published has no name, phone or door number.',
        'Every look at your personal information is recorded: who, when, for what. You may ask to see that record.',
        'It is not sold, not used for advertising, not sent abroad. It is stored in China.',
      ],
    },
    {
      heading: 'How long we keep it',
      list: [
        `Matters and answers: ${facts.keep.matterYears} years after closing.`,
        `Contact numbers: ${facts.keep.contactMonths} months after closing. Then the matter stays and the person goes.`,
        `Voice notes: ${facts.keep.voiceMonths} months after closing.`,
        `Access logs: ${facts.keep.logMonths} months; the law asks for at least 6.`,
        'Drafts never sent: 24 hours.',
        'The system deletes when time is up, and keeps only what kind of thing was deleted and when.',
      ],
    },
    {
      heading: 'What is stored in your browser',
      list: [
        'The language and letter size you chose.',
        'That you are signed in, until you sign out.',
        'The number of an unfinished form, for 24 hours.',
        'No advertising, no tracking, and nothing fetched from other sites.',
      ],
    },
    {
      heading: 'Your rights',
      text: [
        `You may ask for any of these, free of charge. We answer within ${facts.answerDays} working days, and give the reason where we cannot comply.`,
      ],
      list: [
        'To know what we hold about you, to see it, to have a copy.',
        'To have mistakes corrected and gaps filled.',
        'To have what is no longer needed deleted.',
        'To withdraw consent.',
        'To have these rules explained.',
        'Close relatives may ask on behalf of someone who has died.',
      ],
    },
    {
      heading: 'How to ask',
      text: [
        'Call, write, or come to the counter: it makes no difference. A relative can ask for you.',
        'If you are not satisfied, you may complain to the cyberspace administration or go to court.',
        'If information ever leaks, we will tell those affected soon: what leaked, what it may mean, and what they can do.',
      ],
    },
  ],
  updated: `Last changed: ${facts.updated}`,
});

export const privacyText: StatementText = { zh, en };
