/** @jsxImportSource react */
import { ImportOutlined } from '@ant-design/icons';
import { lazy } from 'react';
import type { WorkbenchModule } from '#kernel/workbench/module.ts';
import { staffMessages } from '../staff.messages.ts';

const ImportsPage = lazy(async () => ({
  default: (await import('./imports-page.tsx')).ImportsPage,
}));

/** The page of imports, which offers what the modules take in; whoever may bring in any of it sees the page. */
export function importsOf(modules: readonly WorkbenchModule[]): WorkbenchModule {
  const offers = modules
    .flatMap((module) => module.imports ?? [])
    .toSorted((a, b) => a.order - b.order);
  return {
    pages: [
      {
        path: 'imports',
        nav: {
          key: 'imports',
          label: { zh: staffMessages.zh.imports, en: staffMessages.en.imports },
          icon: ImportOutlined,
          order: 80,
        },
        verb: offers.map((offer) => offer.verb),
        element: () => <ImportsPage offers={offers} />,
      },
    ],
  };
}
