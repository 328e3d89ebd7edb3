import { AuditOutlined, SafetyOutlined } from '@ant-design/icons';
import { lazyPage, type WorkbenchModule } from '#kernel/workbench/module.ts';
import { auditMessages } from './audit/audit.messages.ts';
import { accountsMessages } from './staff/accounts.messages.ts';

export const workbench: WorkbenchModule = {
  pages: [
    {
      path: 'accounts',
      nav: {
        key: 'accounts',
        label: { zh: accountsMessages.zh.title, en: accountsMessages.en.title },
        icon: SafetyOutlined,
        order: 91,
      },
      verb: 'accounts.manage',
      element: lazyPage(() => import('./staff/accounts.staff.tsx'), 'AccountsPage'),
    },
    {
      path: 'audit',
      nav: {
        key: 'audit',
        label: { zh: auditMessages.zh.title, en: auditMessages.en.title },
        icon: AuditOutlined,
        order: 92,
      },
      verb: 'audit.read',
      element: lazyPage(() => import('./audit/audit.staff.tsx'), 'AuditPage'),
    },
  ],
};
