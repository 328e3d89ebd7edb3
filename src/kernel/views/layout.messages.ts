import { defineMessages } from '../pure/messages.ts';

export const layoutMessages = defineMessages(
  {
    preferences: '语言和字号',
    larger: '大字',
    smaller: '标准字',
    otherLanguage: 'English',
    menu: '菜单',
    navigation: '主要栏目',
    address: '地址：',
    phone: '电话：',
    hours: (text: string) => `（${text}）`,
  },
  {
    preferences: 'Language and text size',
    larger: 'Large text',
    smaller: 'Standard text',
    otherLanguage: '中文',
    menu: 'Menu',
    navigation: 'Main sections',
    address: 'Address: ',
    phone: 'Phone: ',
    hours: (text: string) => ` (${text})`,
  },
);
