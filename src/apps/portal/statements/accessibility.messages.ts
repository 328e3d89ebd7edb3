import type { Statement, StatementFacts, StatementText } from './statement.tsx';

// GB/T 37668-2019 names the national indicators; WCAG 2.2 level AA is the measure we test against.
const zh = (facts: StatementFacts): Statement => ({
  title: '无障碍说明',
  lead: '手机旧、眼睛花、手不方便、不会打字，都应该能把事情说出来，也能看到结果。',
  sections: [
    {
      heading: '您可以这样用',
      list: [
        '点页面顶上的“大字”，全站的字放大，选一次就记住。',
        '浏览器放大到四倍，内容不会丢，也不用左右拖动。',
        '只用键盘：Tab 键向前，回车键打开；第一下 Tab 可以跳到正文。',
        '读屏软件：标题、表单、出错提示都有文字说明。',
        '不打字：可以录一段话，也可以只传照片。',
        '关掉脚本，或者用微信里的浏览器，每一步都能走完。',
        '没有倒计时。填到一半离开，24 小时内回来还在。',
        '家人可以替您说，会记下是替谁说的。',
      ],
    },
    {
      heading: '不用手机也一样',
      text: [
        `打电话 ${facts.phone}（${facts.hours}），或者到窗口：${facts.address}。电话和窗口收到的，与网上收到的同样编号、同样时限。`,
      ],
    },
    {
      heading: '我们按什么要求做',
      text: [
        '以《信息技术 互联网内容无障碍可访问性技术要求与测试方法》（GB/T 37668-2019）和 WCAG 2.2 的 AA 级为目标。每次改动都用工具检查全部公开页面的中文、英文和大字版。',
      ],
    },
    {
      heading: '还做得不够的地方',
      list: [
        '地图上标位置需要看得见、点得准。看不清时，请在楼栋列表里选，结果一样。',
        '居民上传的照片没有文字说明。',
        '录音没有自动转成文字，由工作人员听后写下来。',
        '读屏软件和键盘由人试用得还不多，欢迎告诉我们哪里不好用。',
      ],
    },
    {
      heading: '哪里不好用，告诉我们',
      text: ['打电话，或者用“说件事”写下来。每一条都会有人答复。'],
    },
  ],
  updated: `最近修改：${facts.updated}`,
});

const en = (facts: StatementFacts): Statement => ({
  title: 'Accessibility',
  lead: 'With an old phone, weak eyes, unsteady hands or no typing, you should still be able to say what is wrong and see what came of it.',
  sections: [
    {
      heading: 'How you can use this site',
      list: [
        'Choose “Large text” at the top of any page. All letters grow, and the choice is remembered.',
        'Zoom in up to four times: nothing is lost and nothing scrolls sideways.',
        'With a keyboard only: Tab moves on, Enter opens. The first Tab offers to skip to the content.',
        'With a screen reader: headings, forms and errors all have words.',
        'Without typing: record your voice, or send only photos.',
        'With scripts switched off, or in the browser inside WeChat, every step still works.',
        'Nothing runs out of time. Leave half-way and it is there when you come back within 24 hours.',
        'A relative can speak for you; we record for whom.',
      ],
    },
    {
      heading: 'Without a phone or computer',
      text: [
        `Call ${facts.phone} (${facts.hours}) or come to the counter: ${facts.address}. What we hear by telephone or at the counter gets the same kind of number and the same time limits.`,
      ],
    },
    {
      heading: 'What we measure against',
      text: [
        'Our aim is GB/T 37668-2019 and WCAG 2.2 level AA. After every change a tool checks all public pages in Chinese, English and large text.',
      ],
    },
    {
      heading: 'What is not good enough yet',
      list: [
        'Marking a place on the map needs sight and a steady hand. Choosing from the list of buildings gives the same result.',
        'Photos sent by residents have no description.',
        'Voice notes are not turned into text by machine; a member of staff listens and writes them down.',
        'People have not tried the site enough with screen readers and keyboards. Please tell us where it fails.',
      ],
    },
    {
      heading: 'Tell us what does not work',
      text: ['Call us, or use “Say something”. Everyone gets an answer.'],
    },
  ],
  updated: `Last changed: ${facts.updated}`,
});

export const accessibilityText: StatementText = { zh, en };
