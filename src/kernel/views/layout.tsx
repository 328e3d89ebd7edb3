/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { kitMessages } from './kit.messages.ts';
import { layoutMessages } from './layout.messages.ts';
import type { PageContext, PageOptions } from './page-context.ts';

export type NavItem = { readonly href: string; readonly text: string };

/** First in tab order: past the header to the content. */
export function SkipLink(props: { context: PageContext }) {
  return (
    <a href="#main" class="govuk-skip-link">
      {kitMessages[props.context.lang].skip}
    </a>
  );
}

/** Two roofs under one line: neighbours. Decorative, the name stands beside it. */
function Mark() {
  return (
    <svg
      class="l-header__mark"
      viewBox="0 0 40 40"
      width="40"
      height="40"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M4 34V20l9-8 7 6 7-6 9 8v14"
        fill="none"
        stroke="currentColor"
        stroke-width="3"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <path
        d="M20 18v16M4 34h32"
        fill="none"
        stroke="currentColor"
        stroke-width="3"
        stroke-linecap="round"
      />
      <circle cx="20" cy="7" r="2.5" fill="currentColor" />
    </svg>
  );
}

/** Language and letter size. A form that posts to /preferences, because a link must not change anything. */
export function Switches(props: { context: PageContext }) {
  const { context } = props;
  const t = layoutMessages[context.lang];
  return (
    <form class="l-switches" method="post" action="/preferences" aria-label={t.preferences}>
      {context.csrf !== '' && <input type="hidden" name="csrf" value={context.csrf} />}
      <input type="hidden" name="back" value={context.path} />
      <button class="l-switch" type="submit" name="elder" value={context.elder ? '0' : '1'}>
        {context.elder ? t.smaller : t.larger}
      </button>
      <button
        class="l-switch"
        type="submit"
        name="lang"
        value={context.lang === 'zh' ? 'en' : 'zh'}
        lang={context.lang === 'zh' ? 'en' : 'zh-CN'}
      >
        {t.otherLanguage}
      </button>
    </form>
  );
}

/** True when the page lies under this menu item. */
export const isCurrent = (path: string, href: string): boolean => {
  const here = path.split('?')[0] ?? '';
  return here === href || (href !== '/' && here.startsWith(`${href}/`));
};

/** The item that names the page best: the longest one that contains it. */
export function currentItem(path: string, items: readonly NavItem[]): string | undefined {
  return items
    .filter((item) => isCurrent(path, item.href))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
}

function NavList(props: { context: PageContext; items: readonly NavItem[] }) {
  const current = currentItem(props.context.path, props.items);
  return (
    <ul class="l-nav__list">
      {props.items.map((item) => (
        <li key={item.href} class="l-nav__item">
          <a
            class="l-nav__link"
            href={item.href}
            {...(item.href === current ? { 'aria-current': 'page' } : {})}
          >
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Name of the place, switches, and on a phone the menu, which opens without JavaScript. */
export function SiteHeader(props: {
  context: PageContext;
  items: readonly NavItem[];
  account: NavItem;
}) {
  const { context } = props;
  const t = layoutMessages[context.lang];
  const all = [...props.items, props.account];
  return (
    <header class="l-header">
      <div class="l-header__inner govuk-width-container">
        <a class="l-header__brand" href={context.place.href ?? '/'}>
          <Mark />
          <span>
            <span class="l-header__name">{context.place.name}</span>
            <span class="l-header__parent">{context.place.parent}</span>
          </span>
        </a>
        <div class="l-header__tools">
          <Switches context={context} />
          <a class="l-switch l-header__account" href={props.account.href}>
            {props.account.text}
          </a>
          <details class="l-menu">
            <summary class="l-switch">{t.menu}</summary>
            <nav class="l-menu__panel" aria-label={t.menu}>
              <NavList context={context} items={all} />
            </nav>
          </details>
        </div>
      </div>
    </header>
  );
}

/** The menu as a bar; a phone has it in the header instead. */
export function MainNavigation(props: { context: PageContext; items: readonly NavItem[] }) {
  return (
    <nav class="l-nav" aria-label={layoutMessages[props.context.lang].navigation}>
      <div class="govuk-width-container">
        <NavList context={props.context} items={props.items} />
      </div>
    </nav>
  );
}

/** One step back in a task. */
export function BackLink(props: { context: PageContext; href: string; text?: string }) {
  return (
    <a href={props.href} class="govuk-back-link">
      {props.text ?? kitMessages[props.context.lang].back}
    </a>
  );
}

/** Where this page stands; the last step is the page itself and is left out. */
export function Breadcrumbs(props: { context: PageContext; trail: readonly NavItem[] }) {
  return (
    <nav class="govuk-breadcrumbs" aria-label={kitMessages[props.context.lang].trail}>
      <ol class="govuk-breadcrumbs__list">
        {props.trail.map((step) => (
          <li key={step.href} class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={step.href}>
              {step.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Who answers for this page, how to reach them, and the statements. */
export function SiteFooter(props: { context: PageContext; items: readonly NavItem[] }) {
  const { office } = props.context.place;
  const t = layoutMessages[props.context.lang];
  return (
    <footer class="l-footer">
      <div class="govuk-width-container">
        {office && (
          <p class="l-footer__office">
            <strong>{office.name}</strong>
            <span>
              {t.address}
              {office.address}
            </span>
            <span>
              {t.phone}
              <a href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>{office.phone}</a>
              {t.hours(office.hours)}
            </span>
          </p>
        )}
        <ul class="l-footer__links">
          {props.items.map((item) => (
            <li key={item.href}>
              <a href={item.href}>{item.text}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}

type DocumentProps = {
  readonly context: PageContext;
  readonly title: string;
  readonly options: PageOptions;
  readonly children?: Child;
};

/** The HTML document: language, letter size, style, and the islands the page asked for. */
export function HtmlDocument(props: DocumentProps) {
  const { context, options } = props;
  const fault = options.hasErrors ? `${kitMessages[context.lang].errorPrefix}: ` : '';
  const script = context.nonce === '' ? {} : { nonce: context.nonce };
  return (
    <html
      lang={context.lang === 'zh' ? 'zh-CN' : 'en'}
      class={`govuk-template${context.elder ? ' elder' : ''}`}
    >
      <head>
        <meta charset="utf-8" />
        <title>{`${fault}${props.title} – ${context.place.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#0b6b5b" />
        <meta name="format-detection" content="telephone=no" />
        {options.unlisted && <meta name="robots" content="noindex" />}
        <link rel="stylesheet" href={context.assets('portal.css')} />
        {options.feed && (
          <link
            rel="alternate"
            type="application/atom+xml"
            href={options.feed.href}
            title={options.feed.title}
          />
        )}
        {options.refreshSeconds && (
          <noscript>
            <meta http-equiv="refresh" content={String(options.refreshSeconds)} />
          </noscript>
        )}
        {options.islands?.map((name) => (
          <script
            key={name}
            type="module"
            src={context.assets(`islands/${name}.js`)}
            {...script}
          ></script>
        ))}
      </head>
      <body class="govuk-template__body">{props.children}</body>
    </html>
  );
}
