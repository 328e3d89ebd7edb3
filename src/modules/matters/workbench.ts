import {
  BarChartOutlined,
  CheckSquareOutlined,
  FormOutlined,
  InboxOutlined,
} from '@ant-design/icons';
import { lazyPage, type WorkbenchModule } from '#kernel/workbench/module.ts';
import { pastImportMessages } from './past/past-import.messages.ts';

const TodayPage = lazyPage(() => import('./staff/today.staff.tsx'), 'TodayPage');
const QueuePage = lazyPage(() => import('./staff/queue.staff.tsx'), 'QueuePage');
const IntakePage = lazyPage(() => import('./staff/intake.staff.tsx'), 'IntakePage');
const DashboardPage = lazyPage(() => import('./staff/dashboard.staff.tsx'), 'DashboardPage');

const { zh, en } = pastImportMessages;
const both = (key: keyof typeof zh) => ({ zh: zh[key], en: en[key] });

/** The closed loop at the desk and on the phone. */
export const workbench: WorkbenchModule = {
  pages: [
    {
      path: 'today',
      nav: {
        key: 'today',
        label: { zh: '今天', en: 'Today' },
        icon: CheckSquareOutlined,
        order: 10,
        countPath: '/api/v1/worklist/count',
      },
      verb: 'matter.read',
      element: TodayPage,
    },
    { path: 'today/:number', verb: 'matter.read', element: TodayPage },
    {
      path: 'intake',
      nav: { key: 'new', label: { zh: '登记', en: 'New' }, icon: FormOutlined, order: 20 },
      verb: 'matter.file',
      element: IntakePage,
    },
    {
      path: 'matters',
      nav: {
        key: 'matters',
        label: { zh: '诉求', en: 'Matters' },
        icon: InboxOutlined,
        order: 30,
      },
      verb: 'matter.read',
      element: QueuePage,
    },
    { path: 'matters/:number', verb: 'matter.read', element: QueuePage },
    {
      path: 'figures',
      nav: {
        key: 'figures',
        label: { zh: '看板', en: 'Figures' },
        icon: BarChartOutlined,
        order: 40,
      },
      verb: 'dashboard.read',
      element: DashboardPage,
    },
  ],
  imports: [
    {
      name: 'past-matters',
      verb: 'matter.import',
      order: 30,
      label: both('label'),
      hint: both('hint'),
      files: [
        {
          field: 'events',
          label: both('events'),
          format: 'table',
          example: '/api/v1/exports/past-matters?format=xlsx',
        },
      ],
      records: { matters: both('matters') },
    },
  ],
};
