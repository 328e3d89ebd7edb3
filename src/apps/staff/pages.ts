import type { NavEntry, WorkbenchModule, WorkbenchPage } from '#kernel/workbench/module.ts';

export type NavPage = WorkbenchPage & { readonly nav: NavEntry };

/** All pages of all modules that a post with these verbs may open. */
export function openPages(
  modules: readonly WorkbenchModule[],
  verbs: ReadonlySet<string>,
): readonly WorkbenchPage[] {
  return modules
    .flatMap((module) => module.pages)
    .filter(({ verb }) => verb === null || [verb].flat().some((one) => verbs.has(one)));
}

/** What the menu shows, in its order. */
export function navPages(pages: readonly WorkbenchPage[]): readonly NavPage[] {
  return pages
    .filter((page): page is NavPage => page.nav !== undefined)
    .sort((a, b) => a.nav.order - b.nav.order);
}

/** The entry whose page an address lies in: the longest path that begins it. */
export function presentNav(entries: readonly NavPage[], pathname: string): NavPage | undefined {
  const inside = (path: string) => pathname === `/${path}` || pathname.startsWith(`/${path}/`);
  return entries
    .filter((entry) => inside(entry.path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
