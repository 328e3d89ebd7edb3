import { expect, test } from 'vitest';
import { bodyName, type NamedBody } from './body-name.ts';

const YIYUAN = { kind: 'community', name: '怡园社区', nameEn: null } as const;
const JIANGWAN = { kind: 'subdistrict', name: '江湾街道', nameEn: 'Jiangwan' } as const;

const body = (kind: NamedBody['kind'], name: string, nameEn: string | null = null) => ({
  kind,
  name,
  nameEn,
});

test.each([
  [body('SERVICE_STATION', '怡园社区服务站'), YIYUAN, 'Yiyuan Community Service Station'],
  [body('RESIDENTS_COMMITTEE', '怡园居委会'), YIYUAN, 'Yiyuan Community Residents’ Committee'],
  [body('PARTY_COMMITTEE', '怡园党委'), YIYUAN, 'Yiyuan Community Party Committee'],
  [body('SUBDISTRICT_OFFICE', '江湾街道办事处'), JIANGWAN, 'Jiangwan Office'],
  [body('SERVICE_STATION', '怡园社区服务站', 'Garden Station'), YIYUAN, 'Garden Station'],
  // A district has many departments, a community many groups: only they themselves know their names.
  [body('DEPARTMENT', '区水务局', 'Water Bureau'), undefined, 'Water Bureau'],
  [body('DEPARTMENT', '区水务局'), JIANGWAN, '区水务局'],
  [body('SERVICE_STATION', '怡园社区服务站'), undefined, '怡园社区服务站'],
])('%o of %o is %s in English', (given, area, english) => {
  expect(bodyName('en', given, area)).toBe(english);
  expect(bodyName('zh', given, area)).toBe(given.name);
});
