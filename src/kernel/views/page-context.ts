import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Language } from '../pure/messages.ts';

/** What a component returns. */
export type View = JSX.Element;

/** A named place in the header, with the office that answers for it in the footer. */
export type Place = {
  readonly name: string;
  /** The places above it, nearest last, already joined for reading. */
  readonly parent: string;
  readonly code?: string;
  /** Where the name in the header leads; '/' when left out. */
  readonly href?: string;
  readonly office?: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly hours: string;
  };
};

/** What every portal page knows about the request. Built once per request by the HTTP layer. */
export type PageContext = {
  readonly lang: Language;
  /** Large type, chosen by the reader and kept in a cookie. */
  readonly elder: boolean;
  /** Path and query of this page: where the switches lead back to. */
  readonly path: string;
  /** Token for forms; an empty string leaves the hidden field out. */
  readonly csrf: string;
  readonly nonce: string;
  readonly place: Place;
  readonly signedIn: { readonly name: string } | null;
  /** Address of a built file: 'portal.css', 'islands/map-pin.js'. */
  readonly assets: (name: string) => string;
};

/** The browser modules a page may ask for; each is optional on top of working HTML. */
export type Island = 'map-pin' | 'photo-shrink' | 'character-count' | 'live' | 'voice-note';

/** What a page may say to the shell around it. */
export type PageOptions = {
  readonly back?: { readonly href: string; readonly text?: string };
  readonly trail?: readonly { readonly href: string; readonly text: string }[];
  /** The form came back with faults: the title says so first, as screen readers read it first. */
  readonly hasErrors?: boolean;
  readonly islands?: readonly Island[];
  /** Pages with personal content stay out of search engines and caches. */
  readonly unlisted?: boolean;
  readonly feed?: { readonly href: string; readonly title: string };
  /** A page without JavaScript reloads itself after so many seconds. */
  readonly refreshSeconds?: number;
  /** Full-width top band (a home page's question) above the two-column body. */
  readonly band?: Child;
};

/** The frame the app draws around a page's body; modules hand over title and body only. */
export type PageShell = (
  context: PageContext,
  title: string,
  body: Child,
  options?: PageOptions,
) => string | Promise<string>;
