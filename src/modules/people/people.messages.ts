import { defineMessages } from '#kernel/pure/messages.ts';

export const peopleMessages = defineMessages(
  {
    sexes: { '0': '未知', '1': '男', '2': '女', '9': '未说明' },
    educations: {
      '10': '研究生',
      '20': '大学本科',
      '30': '大学专科',
      '40': '中等职业',
      '60': '普通高中',
      '70': '初中',
      '80': '小学',
      '90': '其他',
    },
  },
  {
    sexes: { '0': 'Unknown', '1': 'Male', '2': 'Female', '9': 'Not stated' },
    educations: {
      '10': 'Postgraduate',
      '20': 'Bachelor',
      '30': 'College',
      '40': 'Secondary vocational',
      '60': 'Senior high school',
      '70': 'Junior high school',
      '80': 'Primary school',
      '90': 'Other',
    },
  },
);
