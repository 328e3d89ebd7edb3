import type { Statement, StatementFacts, StatementText } from './statement.tsx';

// The ids are linked from every figure; a figure's definition must not move.
const zh = (facts: StatementFacts): Statement => ({
  title: '怎么算的',
  lead: '页面上每个数字都写明数了多少、从哪天到哪天。下面是每个数字的数法。点数字旁的“看其中公开的”，能看到反映人同意公开的每一件。',
  sections: [
    {
      id: 'period',
      heading: '时间段',
      text: [
        '按收到的日子归入时间段，用北京时间。从第一天零点起，到最后一天结束。以后才办完的，仍然算在收到的那一段里，所以旧的数字会变好，也会在重新提出后变差。',
      ],
    },
    {
      id: 'received',
      heading: '收到',
      text: [
        '这段时间里登记的诉求，每个编号算一件。网上、电话、窗口、热线转来的都算，匿名的也算。几个人说同一件事，每人的都算一件。',
      ],
    },
    {
      id: 'solved-in-time',
      heading: `${facts.quickDays} 天内解决`,
      text: [
        `从收到到解决不超过 ${facts.quickDays} 个自然日。“解决”只有两种：说的人答“解决了”，或者另一个单位的人到现场看过，确认办好了。办的单位自己说办好了，不算解决。`,
      ],
    },
    {
      id: 'solved-later',
      heading: '后来解决',
      text: [
        `同样是解决了，但用了 ${facts.quickDays} 天以上。被退回重办的，时间从最初收到那天连续计算。`,
      ],
    },
    {
      id: 'unsolved',
      heading: '没有解决',
      text: [
        '做不到的，或者重办并检查以后说的人仍然认为没解决的。结论要由另一个单位批准，并写明理由。它留在分母里，不会被去掉。',
      ],
    },
    {
      id: 'unconfirmed',
      heading: '办完但没人确认',
      text: [
        '办的单位说办好了，问了没有回音，打电话没有打通，或者对方不愿回答，又没有到现场检查的。单独列出，不算解决，也不算满意。',
      ],
    },
    {
      id: 'open',
      heading: '还在办',
      text: ['到统计时还没有结果的，包括暂停的。暂停要写理由、由另一个人批准，并且公开。'],
    },
    {
      id: 'answered',
      heading: '咨询和建议已答复',
      text: [
        '问的事答复了，提的建议写明了采纳、部分采纳还是没有采纳。没有要办的活，所以不检查，也不算解决。',
      ],
    },
    {
      id: 'other',
      heading: '撤回、合并或转走',
      text: [
        '说的人自己撤回的、不归这里管而告诉了去处的，单独列出。并到另一件里的，跟着那一件一起办，自己的编号和期限照旧；办好后各问各的，说没有解决的分出来单独算，没有回答的跟着那一件。',
      ],
    },
    {
      id: 'share',
      heading: '百分比',
      text: [
        '分母是这段时间收到的全部，减去咨询和建议，再减去撤回、合并或转走的。分子和分母都写在旁边。没有做到全部，就不会写成 100%；分母是零，就写“还没有”。',
      ],
    },
    {
      id: 'overdue',
      heading: '按期和超期',
      text: [
        '每件诉求有一个总期限，换了经办单位也不重新计算。只有经另一个人批准的暂停和延期才改变它，每次都能看到理由。超过期限一天也算超期。',
      ],
    },
    {
      id: 'rating',
      heading: '满意',
      text: [
        '每件诉求最多问一次，五个档次，可以不答。“满意”是前两档的数量，分母只有答了的人；旁边写明问了多少、答了多少。没有联系上的和没有回答的，从不算作满意。答的人少于 5 个时不公布比例。',
      ],
    },
    {
      id: 'check',
      heading: '抽查',
      text: [
        '办完的诉求里随机抽出一部分，由另一个单位的人到现场看。抽签在办完时进行，谁也不能挑。写明抽了多少、看了多少、多少没有办好。',
      ],
    },
    {
      id: 'compare',
      heading: '比较',
      text: ['不同社区的情况不同，件数少时高低多半是偶然。差别不能确定时，我们不排名次。'],
    },
  ],
  updated: `最近修改：${facts.updated}`,
});

const en = (facts: StatementFacts): Statement => ({
  title: 'How we count',
  lead: 'Every number on these pages says how many were counted, and from when to when. Below is the rule for each. Follow “See those made public” beside a number to read every matter whose reporter agreed to publication.',
  sections: [
    {
      id: 'period',
      heading: 'Period',
      text: [
        'A matter belongs to the period in which it was received, in Beijing time, from the start of the first day to the end of the last. If it is finished later it still counts there, so old figures get better, and get worse again when something is reopened.',
      ],
    },
    {
      id: 'received',
      heading: 'Received',
      text: [
        'Matters registered in the period, one for each number: from the website, the telephone, the counter and the hotline, anonymous ones included. If several people report the same thing, each counts.',
      ],
    },
    {
      id: 'solved-in-time',
      heading: `Solved within ${facts.quickDays} days`,
      text: [
        `No more than ${facts.quickDays} calendar days from receipt to solved. “Solved” means one of two things: the person who reported it said so, or somebody from another organisation looked on the spot and confirmed it. The word of those who did the work does not count.`,
      ],
    },
    {
      id: 'solved-later',
      heading: 'Solved later',
      text: [
        `Solved in the same sense, after more than ${facts.quickDays} days. Where the work had to be done again, time still runs from the first receipt.`,
      ],
    },
    {
      id: 'unsolved',
      heading: 'Not solved',
      text: [
        'It could not be done, or after it was done again and checked the reporter still says it is not solved. Another organisation must approve this, with a reason. It stays in the denominator.',
      ],
    },
    {
      id: 'unconfirmed',
      heading: 'Done, but nobody confirmed it',
      text: [
        'The organisation says it is done, but nobody answered our question, we could not reach the person, or the person did not wish to answer, and nobody looked on the spot. Shown apart: neither solved nor satisfied.',
      ],
    },
    {
      id: 'open',
      heading: 'Still open',
      text: [
        'No result yet at the time of counting, suspended ones included. A suspension needs a reason and another person’s approval, and is public.',
      ],
    },
    {
      id: 'answered',
      heading: 'Questions and suggestions answered',
      text: [
        'A question was answered, or a suggestion adopted, partly adopted or not, with the reason. There was no work to check, so they do not count as solved.',
      ],
    },
    {
      id: 'other',
      heading: 'Withdrawn, merged or sent elsewhere',
      text: [
        'Matters the reporter withdrew, or that belong elsewhere and were pointed there, are shown apart. A matter merged into another is worked on with it and keeps its own number and due date. When that is done its own reporter is asked too: if it is not solved for him it is counted by itself again; if he does not answer it follows the other.',
      ],
    },
    {
      id: 'share',
      heading: 'Percentages',
      text: [
        'The denominator is everything received in the period, less questions and suggestions, and less what was withdrawn, merged or sent elsewhere. Both numbers stand beside the percentage. Less than all is never shown as 100%, and a denominator of nought is shown as nothing to count.',
      ],
    },
    {
      id: 'overdue',
      heading: 'On time and overdue',
      text: [
        'Each matter has one time limit, which does not start again when it changes hands. Only a suspension or extension approved by another person moves it, and each gives its reason. One day over is overdue.',
      ],
    },
    {
      id: 'rating',
      heading: 'Satisfied',
      text: [
        'Each matter asks at most once, on five steps, and nobody has to answer. “Satisfied” is the upper two steps out of those who answered; beside it stands how many were asked and how many answered. People we did not reach or who did not answer are never counted as satisfied. With fewer than 5 answers no share is published.',
      ],
    },
    {
      id: 'check',
      heading: 'Sample checks',
      text: [
        'Some finished matters are drawn at random, and somebody from another organisation looks on the spot. The draw is made when the work is finished, and nobody can choose. We say how many were drawn, how many were seen, and how many were not in order.',
      ],
    },
    {
      id: 'compare',
      heading: 'Comparing',
      text: [
        'Communities differ, and with few matters a difference is mostly chance. Where a difference is not certain, we do not rank.',
      ],
    },
  ],
  updated: `Last changed: ${facts.updated}`,
});

export const howWeCountText: StatementText = { zh, en };
