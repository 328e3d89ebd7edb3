/** A small tree that obeys the import law: path → text. */
export const lawfulTree: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: {
      '#kernel/*': './src/kernel/*',
      '#modules/*': './src/modules/*',
      '#db/*': './db/*',
    },
    dependencies: { hono: '*', react: '*', zod: '*', kysely: '*', antd: '*' },
    devDependencies: { 'fast-check': '*' },
  }),
  'docs/module-map.json': JSON.stringify({ people: [], matters: ['people'] }),
  'db/types.ts': 'export type DB = { matter: { id: string } };',
  'src/kernel/db/client.ts':
    "import type { DB } from '#db/types.ts'; export const db = 1; export type Db = DB;",
  'src/kernel/pure/money.ts': 'export const fen = 1;',
  'src/kernel/views/page.tsx':
    "import { html } from 'hono/html'; export const Page = () => html`page`;",
  'src/kernel/workbench/table.tsx': "import { Table } from 'antd'; export const List = Table;",
  'src/modules/people/index.ts': "export { person } from './persons/person.types.ts';",
  'src/modules/people/persons/person.types.ts': 'export const person = 1;',
  'src/modules/people/pure.ts': "export { person as anyPerson } from './persons/person.types.ts';",
  'src/modules/matters/index.ts': "export { closeMatter } from './matters/close-matter.ts';",
  'src/modules/matters/routes.ts':
    "import { show } from './matters/matters.portal.tsx'; import { closeMatter } from './matters/close-matter.ts'; export const routes = [show, closeMatter];",
  'src/modules/matters/workbench.ts': "export { Queue } from './matters/matters.staff.tsx';",
  'src/modules/matters/matters/matters.portal.tsx':
    "import { Page } from '#kernel/views/page.tsx'; import { texts } from './matters.messages.ts'; export const show = [Page, texts];",
  'src/modules/matters/matters/matters.staff.tsx':
    "import { List } from '#kernel/workbench/table.tsx'; import { texts } from './matters.messages.ts'; import { may } from './matter.policy.ts'; export const Queue = [List, may, texts];",
  'src/modules/matters/matters/matters.messages.ts':
    "import { fen } from '#kernel/pure/money.ts'; export const texts = { fen };",
  'src/modules/matters/matters/matter.policy.ts': 'export const may = 1;',
  'src/modules/matters/matters/matters.contract.ts':
    "import { z } from 'zod'; import { fen } from '#kernel/pure/money.ts'; export const contract = z.literal(fen);",
  'src/modules/matters/matters/close-matter.rules.ts':
    "import { anyPerson } from '#modules/people/pure.ts'; import { fen } from '#kernel/pure/money.ts'; export const rule = fen + anyPerson;",
  'src/modules/matters/matters/matter.queries.ts':
    "import type { DB } from '#db/types.ts'; import { sql } from 'kysely'; import type { Db } from '#kernel/db/client.ts'; export const q = (db: Db & DB) => [db, sql];",
  'src/modules/matters/matters/close-matter.ts':
    "import { person } from '#modules/people/index.ts'; import { q } from './matter.queries.ts'; import { rule } from './close-matter.rules.ts'; import type { Db } from '#kernel/db/client.ts'; export const closeMatter = (db: Db) => [db, q, rule, person];",
  'src/modules/matters/matters/matter.factory.ts':
    "import fc from 'fast-check'; export const aMatter = fc;",
  'src/modules/matters/matters/close-matter.test.ts':
    "import { closeMatter } from './close-matter.ts'; import { aMatter } from './matter.factory.ts'; export const tested = [closeMatter, aMatter];",
  'src/apps/server/main.ts':
    "import { routes } from '../../modules/matters/routes.ts'; export { routes };",
  'src/apps/staff/shell.tsx':
    "import { Queue } from '../../modules/matters/workbench.ts'; export { Queue };",
};

type Violation = { readonly rule: string; readonly file: string; readonly text: string };

const matters = 'src/modules/matters/matters';
const people = 'src/modules/people/persons';

/** One file or more for every rule of dependency-cruiser.cjs, each breaking at least that rule. */
export const violations: readonly Violation[] = [
  {
    rule: 'nothing-unresolved',
    file: 'src/kernel/bad-unresolved.ts',
    text: "export { x } from '@nowhere/x.ts';",
  },
  {
    rule: 'no-cycles',
    file: `${matters}/bad-circle.ts`,
    text: "export { b } from './bad-circle-back.ts'; export const a = 1;",
  },
  {
    rule: 'no-cycles',
    file: `${matters}/bad-circle-back.ts`,
    text: "export { a } from './bad-circle.ts'; export const b = 1;",
  },
  {
    rule: 'kernel-knows-no-domain',
    file: 'src/kernel/bad-up.ts',
    text: "export { person } from '#modules/people/index.ts';",
  },
  {
    rule: 'pure-stays-pure',
    file: 'src/kernel/pure/bad-clock.ts',
    text: "export { db } from '../db/client.ts';",
  },
  {
    rule: 'pure-stays-pure',
    file: 'src/kernel/pure/bad-chance.ts',
    text: "export { randomInt } from 'node:crypto';",
  },
  {
    rule: 'modules-know-no-app',
    file: `${people}/bad-app.ts`,
    text: "export { routes } from '../../../apps/server/main.ts';",
  },
  {
    rule: 'modules-meet-at-the-door',
    file: `${matters}/bad-deep.ts`,
    text: "export { person } from '#modules/people/persons/person.types.ts';",
  },
  {
    rule: 'modules-follow-the-map',
    file: `${people}/bad-map.ts`,
    text: "export { closeMatter } from '#modules/matters/index.ts';",
  },
  {
    rule: 'apps-use-the-doors',
    file: 'src/apps/server/bad-door.ts',
    text: "export { q } from '../../modules/matters/matters/matter.queries.ts';",
  },
  {
    rule: 'rules-and-policies-are-pure',
    file: `${matters}/bad.rules.ts`,
    text: "export { q } from './matter.queries.ts';",
  },
  {
    rule: 'rules-and-policies-are-pure',
    file: `${matters}/bad.policy.ts`,
    text: "export { readFileSync } from 'node:fs';",
  },
  {
    rule: 'messages-are-only-words',
    file: `${matters}/bad.messages.ts`,
    text: "export { closeMatter } from './close-matter.ts';",
  },
  {
    rule: 'contracts-know-no-http',
    file: `${matters}/bad.contract.ts`,
    text: "export { Hono } from 'hono';",
  },
  {
    rule: 'only-queries-speak-sql',
    file: `${matters}/bad-sql.ts`,
    text: "export { db } from '#kernel/db/client.ts';",
  },
  {
    rule: 'only-queries-speak-sql',
    file: `${matters}/bad-kysely.ts`,
    text: "export { sql } from 'kysely';",
  },
  {
    rule: 'table-types-stay-with-queries',
    file: `${matters}/bad-table.ts`,
    text: "export type { DB } from '#db/types.ts';",
  },
  {
    rule: 'pages-do-not-query',
    file: `${matters}/bad.portal.tsx`,
    text: "export { q } from './matter.queries.ts';",
  },
  {
    rule: 'pages-do-not-query',
    file: `${matters}/bad-query.staff.tsx`,
    text: "export { q } from './matter.queries.ts';",
  },
  {
    rule: 'portal-pages-only-show',
    file: `${matters}/bad-act.portal.tsx`,
    text: "export { closeMatter } from './close-matter.ts';",
  },
  {
    rule: 'portal-pages-know-no-react',
    file: `${matters}/bad-react.portal.tsx`,
    text: "export { useState } from 'react';",
  },
  {
    rule: 'portal-pages-know-no-react',
    file: 'src/kernel/views/bad-antd.tsx',
    text: "export { Table } from 'antd';",
  },
  {
    rule: 'staff-pages-know-no-server-view',
    file: `${matters}/bad-hono.staff.tsx`,
    text: "export { jsx } from 'hono/jsx';",
  },
  {
    rule: 'staff-pages-know-no-server-view',
    file: 'src/kernel/workbench/bad-view.tsx',
    text: "export { Page } from '../views/page.tsx';",
  },
  {
    rule: 'browser-sees-contracts-only',
    file: `${matters}/bad.staff.tsx`,
    text: "export { closeMatter } from './close-matter.ts';",
  },
  {
    rule: 'browser-sees-contracts-only',
    file: `${matters}/browser/bad-island.ts`,
    text: "export { closeMatter } from '../close-matter.ts';",
  },
  {
    rule: 'browser-has-no-node',
    file: `${matters}/browser/bad-node.ts`,
    text: "export { readFileSync } from 'node:fs';",
  },
  {
    rule: 'workbench-parts-stay-in-the-browser',
    file: `${matters}/bad-server-list.ts`,
    text: "export { List } from '#kernel/workbench/table.tsx';",
  },
  {
    rule: 'product-never-imports-tests',
    file: `${matters}/bad-test-import.ts`,
    text: "export { aMatter } from './matter.factory.ts';",
  },
  {
    rule: 'product-ships-with-its-packages',
    file: `${matters}/bad-dev-package.ts`,
    text: "export { default as fc } from 'fast-check';",
  },
];
