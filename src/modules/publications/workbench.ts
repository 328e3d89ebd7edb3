import { NotificationOutlined } from '@ant-design/icons';
import { lazyPage, type WorkbenchModule } from '#kernel/workbench/module.ts';
import { deskMessages } from './notices/desk.messages.ts';

const list = () => import('./notices/notices.staff.tsx');
const forms = () => import('./notices/notice-form.staff.tsx');
const verb = 'notice.write';

export const workbench: WorkbenchModule = {
  pages: [
    {
      path: 'notices',
      nav: {
        key: 'notices',
        label: { zh: deskMessages.zh.title, en: deskMessages.en.title },
        icon: NotificationOutlined,
        order: 40,
      },
      verb,
      element: lazyPage(list, 'NoticesPage'),
    },
    { path: 'notices/new', verb, element: lazyPage(forms, 'WriteNoticePage') },
    { path: 'notices/:number', verb, element: lazyPage(list, 'NoticesPage') },
    { path: 'notices/:number/change', verb, element: lazyPage(forms, 'ChangeNoticePage') },
  ],
};
