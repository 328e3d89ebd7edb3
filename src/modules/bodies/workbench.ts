import { ApartmentOutlined, ImportOutlined, SolutionOutlined } from '@ant-design/icons';
import { lazyPage, type WorkbenchModule } from '#kernel/workbench/module.ts';
import { bodiesMessages } from './bodies.messages.ts';
import { importsMessages } from './staff/imports.messages.ts';

const { zh, en } = bodiesMessages;
const tree = lazyPage(() => import('./tree/bodies.staff.tsx'), 'BodiesPage');
const secretaries = lazyPage(() => import('./reports/secretaries.staff.tsx'), 'SecretariesPage');

export const workbench: WorkbenchModule = {
  pages: [
    {
      path: 'bodies',
      nav: {
        key: 'bodies',
        label: { zh: zh.tree.title, en: en.tree.title },
        icon: ApartmentOutlined,
        order: 60,
      },
      verb: 'bodies.read',
      element: tree,
    },
    {
      path: 'reports/secretaries',
      nav: {
        key: 'secretaries',
        label: { zh: zh.report.title, en: en.report.title },
        icon: SolutionOutlined,
        order: 61,
      },
      verb: 'bodies.read',
      element: secretaries,
    },
    {
      path: 'imports',
      nav: {
        key: 'imports',
        label: { zh: importsMessages.zh.title, en: importsMessages.en.title },
        icon: ImportOutlined,
        order: 80,
      },
      verb: 'bodies.import',
      element: lazyPage(() => import('./staff/imports.staff.tsx'), 'ImportsPage'),
    },
  ],
};
