/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ALLOWED = /^(https?|tel|mailto):/i;
// Browsers drop tabs and line ends inside an address and leading controls before they read its scheme.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters browsers ignore
const IGNORED = /[\u0000-\u0020\u007f]/g;

/** The address if a page may link to it (http, https, tel, mailto, or relative), otherwise undefined. */
export function safeHref(href: string): string | undefined {
  const read = href.replace(IGNORED, '');
  if (SCHEME.test(read)) return ALLOWED.test(read) ? read : undefined;
  // '\\' counts as '/' in browsers, so '/\evil' and '//evil' both leave the site.
  return /^[/\\]{2}/.test(read) ? undefined : href.trim();
}

/** A link to an address somebody typed. An address that is not allowed is shown as plain text. */
export function SafeLink(props: { href: string; class?: string; children?: Child }) {
  const href = safeHref(props.href);
  if (href === undefined) return <span>{props.children}</span>;
  const outside = /^https?:/i.test(href);
  return (
    <a
      class={props.class ?? 'govuk-link'}
      href={href}
      {...(outside ? { rel: 'noopener noreferrer nofollow' } : {})}
    >
      {props.children}
    </a>
  );
}
