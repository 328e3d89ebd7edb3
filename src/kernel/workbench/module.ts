import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Words } from './language.tsx';

export type NavEntry = {
  /** Unique; 'today' and 'new' are also the first two tabs of the phone's bar. */
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** An icon component, such as those of @ant-design/icons. */
  readonly icon: ComponentType<{ readonly className?: string }>;
  /** Ascending; the first one the session may see is the first screen after sign-in. */
  readonly order: number;
  /** A count beside the label, from GET of this path → {count}. */
  readonly countPath?: string;
};

export type WorkbenchPage = {
  /** React Router path below /workbench, without a leading slash: 'matters', 'matters/:number'. */
  readonly path: string;
  readonly nav?: NavEntry;
  readonly title?: Words;
  /** The verb a post must have to see the page, or one of several; null: everybody who is signed in. */
  readonly verb: string | readonly string[] | null;
  readonly element: ComponentType | LazyExoticComponent<ComponentType>;
};

type BothWords = { readonly zh: string; readonly en: string };

/** Files of one kind that a module takes in: the page of imports offers it to the posts that hold its verb. */
export type ImportOffer = {
  /** As in its endpoint: 'territory' for /api/v1/imports/territory. */
  readonly name: string;
  readonly verb: string;
  /** Ascending: what others build on comes first. */
  readonly order: number;
  readonly label: BothWords;
  readonly hint: BothWords;
  readonly files: readonly {
    readonly field: string;
    readonly label: BothWords;
    readonly format: 'table' | 'geojson';
    /** Where the same list as it stands now is: it shows the columns, and may be changed and sent back. */
    readonly example: string | null;
  }[];
  /** What its report counts, by the keys of the job's facts. */
  readonly records: Readonly<Record<string, BothWords>>;
};

/** What a module gives to the workbench: its `workbench.ts` exports `workbench: WorkbenchModule`. */
export type WorkbenchModule = {
  readonly pages: readonly WorkbenchPage[];
  readonly imports?: readonly ImportOffer[];
};

/** A page's code is fetched when it is first opened: `lazyPage(() => import('./x/x.staff.tsx'), 'QueuePage')`. */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): LazyExoticComponent<ComponentType> {
  return lazy(async () => ({ default: (await load())[name] }));
}
