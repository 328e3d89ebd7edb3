import { SettingOutlined } from '@ant-design/icons';
import { lazyPage, type WorkbenchModule } from '#kernel/workbench/module.ts';
import { READ_RULES } from './rulebook.policy.ts';
import { settingsMessages } from './staff/settings.messages.ts';

const { zh, en } = settingsMessages;

export const workbench: WorkbenchModule = {
  pages: [
    {
      path: 'settings',
      nav: {
        key: 'settings',
        label: { zh: zh.title, en: en.title },
        icon: SettingOutlined,
        order: 90,
      },
      verb: READ_RULES,
      element: lazyPage(() => import('./staff/rules.staff.tsx'), 'RulesPage'),
    },
    {
      path: 'settings/calendar',
      verb: READ_RULES,
      element: lazyPage(() => import('./staff/calendar.staff.tsx'), 'CalendarPage'),
    },
    {
      path: 'settings/rollouts',
      verb: READ_RULES,
      element: lazyPage(() => import('./staff/rollouts.staff.tsx'), 'RolloutsPage'),
    },
  ],
};
