import type { Language } from '#kernel/pure/messages.ts';
import type { PageContext } from '#kernel/views/index.ts';
import type { StatementFacts } from './statements/statement.tsx';

/** A page's context in an invented community; telephone numbers that cannot exist. */
export function aContext(more: Partial<PageContext> = {}): PageContext {
  const zh = (more.lang ?? 'zh') === 'zh';
  return {
    lang: 'zh',
    elder: false,
    path: '/c/320105001001',
    csrf: 'token',
    nonce: 'nonce',
    place: {
      name: zh ? '梧桐里社区' : 'Wutongli Community',
      parent: zh ? '建邺区 · 江湾街道' : 'Jianye District · Jiangwan Subdistrict',
      code: '320105001001',
      href: '/c/320105001001',
      office: {
        name: zh ? '梧桐里社区管理服务站' : 'Wutongli service station',
        address: zh ? '银杏路 18 号' : '18 Yinxing Road',
        phone: '025-0000 0118',
        hours: zh ? '周一至周六 8:30–17:30' : 'Monday to Saturday, 8:30–17:30',
      },
    },
    signedIn: null,
    assets: (name) => `/assets/${name}`,
    ...more,
  };
}

export function someFacts(lang: Language): StatementFacts {
  const zh = lang === 'zh';
  return {
    handler: zh ? '建邺区人民政府民政部门' : 'the civil affairs department of Jianye District',
    office: zh ? '区民政部门办公室' : 'Office of the civil affairs department',
    address: zh ? '江湾路 1 号' : '1 Jiangwan Road',
    phone: '025-0000 0100',
    hours: zh ? '工作日 8:30–17:30' : 'working days, 8:30–17:30',
    updated: zh ? '2026 年 11 月 22 日' : '22 November 2026',
    quickDays: 7,
    answerDays: 15,
    keep: { matterYears: 10, contactMonths: 12, voiceMonths: 6, logMonths: 12 },
  };
}
