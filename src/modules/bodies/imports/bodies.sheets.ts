import { isAreaCode } from '#kernel/pure/area.ts';
import { parsePhone } from '#kernel/pure/identifiers.ts';
import { withoutSeparators } from '#kernel/pure/plain-text.ts';
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import { asChoice, asCode, asDate, asText, asYesNo, defineSheet } from '#kernel/tabular/tabular.ts';
import { ORGANISATION_CODE } from '../organisations/organisation.types.ts';
import { affairNamed } from '../reference/affairs.types.ts';

const PERSON_CODE = /^[0-9A-Za-z]{2,40}$/;

const areaCode = (text: string) => {
  const code = withoutSeparators(text);
  return isAreaCode(code) ? code : refuse('code_malformed');
};

const list = (text: string) =>
  text
    .split(/[、，,;；]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const asAffairs = (text: string) => {
  const affairs = list(text).map((name) => affairNamed(name)?.code);
  return affairs.every((code) => code !== undefined) ? affairs : refuse('affair_unknown');
};

// Whether invented numbers are admitted is the district's setting; here any that could be read is.
const asTelephone = (text: string) => {
  const phone = parsePhone(text, { testNumbers: true });
  return isRefusal(phone) ? refuse('phone_unreadable') : text;
};

const asEmail = (text: string) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text : refuse('email_malformed');

/** The list of organisations, one row for each name and parent they have had. */
export const organisationsSheet = defineSheet({
  code: {
    headers: ['组织编码', '机构编码', 'code'],
    required: true,
    read: asCode(ORGANISATION_CODE),
  },
  kind: {
    headers: ['组织类型', '类型', 'kind'],
    required: true,
    read: asChoice({
      DISTRICT_COMMITTEE: ['区委', 'district party committee'],
      PARTY_WORKING_COMMITTEE: ['街道党工委', '党工委', 'party working committee'],
      PARTY_COMMITTEE: ['社区党委', 'community party committee'],
      UNIT_PARTY_COMMITTEE: ['单位党委', 'party committee of a unit'],
      PARTY_GENERAL_BRANCH: ['党总支', 'general party branch'],
      PARTY_BRANCH: ['党支部', 'party branch'],
      DISTRICT_OFFICE: ['区级机关', 'district office'],
      DEPARTMENT: ['部门', '职能部门', 'department'],
      COMMAND_CENTRE: ['指挥中心', 'command centre'],
      SUPERVISION_CENTRE: ['监督中心', 'supervision centre'],
      HOTLINE: ['热线', 'hotline'],
      CALL_POOL: ['回访组', 'call-back pool'],
      SUBDISTRICT_OFFICE: ['街道办事处', 'subdistrict office'],
      RESIDENTS_COMMITTEE: ['居民委员会', '居委会', 'residents’ committee'],
      SUB_COMMITTEE: ['下属委员会', 'sub-committee'],
      SERVICE_STATION: ['社区管理服务站', '服务站', 'service station'],
      STATION_GROUP: ['服务站工作组', '工作组', 'station group'],
      OWNERS_COMMITTEE: ['业主委员会', '业委会', 'owners’ committee'],
      PROPERTY_COMPANY: ['物业公司', 'property company'],
      LOCAL_INSTITUTION: ['驻区单位', 'local institution'],
      SOCIAL_ORG: ['社会组织', 'social organisation'],
      SERVICE_CENTRE: ['服务中心', 'service centre'],
    }),
  },
  name: { headers: ['组织名称', '名称', 'name'], required: true, read: asText(80) },
  nameEn: { headers: ['英文名称', 'english name', 'name_en'], read: asText(160) },
  area: { headers: ['区划代码', '所在区划', 'area'], required: true, read: areaCode },
  parentCode: { headers: ['上级组织编码', '上级编码', 'parent'], read: asCode(ORGANISATION_CODE) },
  telephone: { headers: ['联系电话', '电话', 'telephone'], read: asTelephone },
  address: { headers: ['地址', 'address'], read: asText(200) },
  email: { headers: ['电子邮箱', '邮箱', 'email'], read: asEmail },
  officeHours: { headers: ['办公时间', 'office hours'], read: asText(200) },
  officeHoursEn: { headers: ['英文办公时间', 'office hours in english'], read: asText(300) },
  duties: { headers: ['职责', 'duties'], read: asText(1000) },
  dutiesEn: { headers: ['英文职责', 'duties in english'], read: asText(2000) },
  affairs: { headers: ['承担事务', '事务', 'affairs'], read: asAffairs },
  validFrom: { headers: ['成立日期', '启用日期', 'from'], required: true, read: asDate },
  validTo: { headers: ['撤销日期', '停用日期', 'to'], read: asDate },
});

/** The list of office holders. */
export const appointmentsSheet = defineSheet({
  organisationCode: {
    headers: ['组织编码', '机构编码', 'organisation'],
    required: true,
    read: asCode(ORGANISATION_CODE),
  },
  post: { headers: ['岗位', '职务', 'post'], required: true, read: asText(40) },
  personCode: { headers: ['人员编号', 'person code'], read: asCode(PERSON_CODE) },
  name: { headers: ['姓名', 'name'], required: true, read: asText(60) },
  sex: {
    headers: ['性别', 'sex'],
    read: asChoice({
      '0': ['未知', 'unknown'],
      '1': ['男', '男性', 'male'],
      '2': ['女', '女性', 'female'],
      '9': ['未说明', 'not stated'],
    }),
  },
  birthDate: { headers: ['出生日期', '出生年月日', 'birth date'], read: asDate },
  education: {
    headers: ['学历', '文化程度', 'education'],
    read: asChoice({
      '10': ['研究生', '博士', '硕士', 'postgraduate'],
      '20': ['大学本科', '本科', 'bachelor'],
      '30': ['大学专科', '大专', '专科', 'college'],
      '40': ['中等职业', '中专', 'secondary vocational'],
      '60': ['普通高中', '高中', 'senior high school'],
      '70': ['初中', 'junior high school'],
      '80': ['小学', 'primary school'],
      '90': ['其他', 'other'],
    }),
  },
  telephone: { headers: ['联系电话', '手机', 'telephone'], read: asTelephone },
  origin: {
    headers: ['产生方式', '来源', 'origin'],
    required: true,
    read: asChoice({
      elected: ['选举'],
      dispatched: ['下派', '选派'],
      appointed: ['任命', '委任'],
      recruited: ['招聘', '聘用'],
    }),
  },
  civilServant: { headers: ['公务员', '是否公务员', 'civil servant'], read: asYesNo },
  grids: { headers: ['包片网格', '网格编码', 'grids'], read: list },
  validFrom: { headers: ['任职日期', '任职起', 'from'], required: true, read: asDate },
  validTo: { headers: ['免职日期', '任职止', 'to'], read: asDate },
});
