/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Breadcrumbs,
  HtmlDocument,
  MainNavigation,
  type PageContext,
  type PageOptions,
  SiteFooter,
  SiteHeader,
  SkipLink,
} from '#kernel/views/index.ts';
import { accountItem, footerItems, mainItems } from './navigation.ts';

/** The whole page as HTML: the frame around what a module drew. `title` is the page's own, without the place. */
export async function renderPage(
  context: PageContext,
  title: string,
  body: Child,
  options: PageOptions = {},
): Promise<string> {
  const items = mainItems(context);
  const page = await (
    <HtmlDocument context={context} title={title} options={options}>
      <SkipLink context={context} />
      <SiteHeader context={context} items={items} account={accountItem(context)} />
      <MainNavigation context={context} items={items} />
      <main class="l-page" id="main" tabindex={-1}>
        {options.band}
        <div class="govuk-width-container govuk-main-wrapper">
          {options.back && <BackLink context={context} {...options.back} />}
          {options.trail && <Breadcrumbs context={context} trail={options.trail} />}
          {body}
        </div>
      </main>
      <SiteFooter context={context} items={footerItems(context)} />
    </HtmlDocument>
  );
  return `<!DOCTYPE html>${page.toString()}`;
}
