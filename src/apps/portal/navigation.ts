import type { NavItem, PageContext } from '#kernel/views/index.ts';
import { shellMessages } from './shell.messages.ts';

/** The menu: inside a community its own pages, elsewhere the district's. Six items, so that a phone shows all. */
export function mainItems(context: PageContext): NavItem[] {
  const t = shellMessages[context.lang];
  const base = context.place.code ? `/c/${context.place.code}` : '';
  return [
    { href: base === '' ? '/' : base, text: t.home },
    { href: `${base}/say`, text: t.say },
    { href: '/track', text: t.track },
    { href: `${base}/answered`, text: t.answered },
    { href: `${base}/notices`, text: t.notices },
    ...(base === '' ? [] : [{ href: `${base}/who`, text: t.people }]),
  ];
}

/** The reader's own corner. */
export function accountItem(context: PageContext): NavItem {
  const t = shellMessages[context.lang];
  return context.signedIn ? { href: '/mine', text: t.mine } : { href: '/sign-in', text: t.signIn };
}

/** The statements, on every page. */
export function footerItems(context: PageContext): NavItem[] {
  const t = shellMessages[context.lang];
  return [
    { href: '/how-we-count', text: t.howWeCount },
    { href: '/never-measured', text: t.neverMeasured },
    { href: '/privacy', text: t.privacy },
    { href: '/accessibility', text: t.accessibility },
    { href: '/api/openapi.json', text: t.openApi },
  ];
}
