import { expect, test } from 'vitest';
import type { AreaKind } from './area.types.ts';
import { areaName, englishAreaName } from './area-name.ts';

test.each([
  ['community', '怡园社区', null, 'Yiyuan Community'],
  ['community', '莫愁湖社区', null, 'Mochouhu Community'],
  ['community', '西安门社区', null, 'Xi’anmen Community'],
  ['subdistrict', '江湾街道', null, 'Jiangwan Subdistrict'],
  ['subdistrict', '双闸镇', null, 'Shuangzha Town'],
  ['district', '建邺区', null, 'Jianye District'],
  ['village', '柳塘村', null, 'Liutang Village'],
  ['community', '怡园社区', 'Pleasant Garden Community', 'Pleasant Garden Community'],
] satisfies [AreaKind, string, string | null, string][])(
  '%s %s (%s) is %s in English',
  (kind, name, nameEn, english) => {
    expect(englishAreaName({ kind, name, nameEn })).toBe(english);
    expect(areaName('zh', { kind, name, nameEn })).toBe(name);
  },
);
