import { isAreaCode } from '#kernel/pure/area.ts';
import { withoutSeparators } from '#kernel/pure/plain-text.ts';
import { refuse } from '#kernel/pure/refusal.ts';
import {
  asChoice,
  asCode,
  asDate,
  asNumber,
  asText,
  defineSheet,
  type SheetValue,
} from '#kernel/tabular/tabular.ts';
import { BUILDING_CODE } from '../buildings/building.types.ts';

const areaCode = (text: string) => {
  const code = withoutSeparators(text);
  return isAreaCode(code) ? code : refuse('code_malformed');
};

const asList = (text: string) =>
  text
    .split(/[、，,;；\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const asAreaCodes = (text: string) => {
  const codes = asList(text);
  return codes.every(isAreaCode) ? codes : refuse('code_malformed');
};

const crs = asChoice({
  CGCS2000: ['国家2000', '2000国家大地坐标系'],
  WGS84: ['WGS-84'],
  GCJ02: ['GCJ-02', '火星坐标'],
});

/** The list of areas, one row for each version. */
export const areasSheet = defineSheet({
  code: { headers: ['区划代码', '代码', 'code'], required: true, read: areaCode },
  kind: {
    headers: ['类型', 'kind'],
    required: true,
    read: asChoice({
      district: ['区'],
      subdistrict: ['街道', '街道办事处'],
      community: ['社区'],
      village: ['行政村', '村', 'administrative village'],
    }),
  },
  name: { headers: ['名称', 'name'], required: true, read: asText(60) },
  nameEn: { headers: ['英文名称', 'english name', 'name_en'], read: asText(120) },
  parent: { headers: ['上级代码', '上级区划代码', 'parent'], read: areaCode },
  urbanRuralClass: { headers: ['城乡分类代码', '城乡分类', 'class'], read: asCode(/^\d{3}$/) },
  validFrom: { headers: ['启用日期', '生效日期', 'from'], required: true, read: asDate },
  validTo: { headers: ['停用日期', '失效日期', 'to'], read: asDate },
  predecessors: { headers: ['沿革前身', '前身代码', 'predecessors'], read: asAreaCodes },
});

/** The list of buildings with their estate, grid and stairwells. */
export const buildingsSheet = defineSheet({
  code: { headers: ['楼栋编码', '楼幢编码', 'code'], required: true, read: asCode(BUILDING_CODE) },
  area: { headers: ['社区代码', '所属社区', '村代码', 'area'], required: true, read: areaCode },
  estateCode: { headers: ['小区编码', 'estate code'], read: asCode(BUILDING_CODE) },
  estateName: { headers: ['小区名称', '小区', 'estate'], read: asText(60) },
  gridCode: { headers: ['网格编码', 'grid code'], read: asCode(BUILDING_CODE) },
  gridName: { headers: ['网格名称', '网格', 'grid'], read: asText(60) },
  name: { headers: ['楼栋名称', '楼栋', '幢号', 'name'], required: true, read: asText(60) },
  address: { headers: ['地址', '门牌地址', 'address'], required: true, read: asText(200) },
  lng: { headers: ['经度', 'lng'], read: asNumber(73, 136) },
  lat: { headers: ['纬度', 'lat'], read: asNumber(3, 54) },
  crs: { headers: ['坐标系', 'crs'], read: crs },
  stairwells: { headers: ['单元', '单元名称', 'stairwells'], read: asList },
  validFrom: { headers: ['启用日期', '建成日期', 'from'], required: true, read: asDate },
  validTo: { headers: ['停用日期', '拆除日期', 'to'], read: asDate },
});

export type AreaRow = SheetValue<(typeof areasSheet)['columns']>;
export type BuildingRow = SheetValue<(typeof buildingsSheet)['columns']>;
