import { ApartmentOutlined, SolutionOutlined } from '@ant-design/icons';
import { lazyPage, type WorkbenchModule } from '#kernel/workbench/module.ts';
import { bodiesMessages } from './bodies.messages.ts';

const { zh, en } = bodiesMessages;
const both = (key: keyof typeof zh.import) => ({ zh: zh.import[key], en: en.import[key] });
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
  ],
  imports: [
    {
      name: 'bodies',
      verb: 'bodies.import',
      order: 20,
      label: both('label'),
      hint: both('hint'),
      files: [
        {
          field: 'organisations',
          label: { zh: zh.files.organisations, en: en.files.organisations },
          format: 'table',
          example: '/api/v1/exports/organisations?format=xlsx',
        },
        {
          field: 'appointments',
          label: { zh: zh.files.appointments, en: en.files.appointments },
          format: 'table',
          example: '/api/v1/exports/appointments?format=xlsx',
        },
      ],
      records: {
        organisations: both('organisations'),
        persons: both('persons'),
        appointments: both('appointments'),
      },
    },
  ],
};
