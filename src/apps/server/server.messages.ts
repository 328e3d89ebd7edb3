import { defineMessages } from '#kernel/pure/messages.ts';

export const serverMessages = defineMessages(
  {
    product: '邻里',
    handler: (district: string) => `${district}人民政府`,
    hotline: '12345 政务服务便民热线',
    hotlineHours: '每天 24 小时',
    address: (district: string) => `${district}`,
    api: (district: string) => `${district} 开放数据接口`,
  },
  {
    product: 'Linli',
    handler: (district: string) => `the People’s Government of ${district}`,
    hotline: 'Government hotline 12345',
    hotlineHours: 'every day, 24 hours',
    address: (district: string) => district,
    api: (district: string) => `${district} open data`,
  },
);
