import type { OrganisationKind } from '../organisations/organisation.types.ts';

export type PostTitle = {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** How many may hold it, unless a list says otherwise. */
  readonly seats: number;
};

const post = (code: string, zh: string, en: string, seats: number): PostTitle => ({
  code,
  zh,
  en,
  seats,
});

const PARTY = [
  post('secretary', '书记', 'Secretary', 1),
  post('deputy_secretary', '副书记', 'Deputy secretary', 3),
  post('member', '委员', 'Member', 9),
];
const COMMITTEE = [
  post('director', '主任', 'Director', 1),
  post('deputy_director', '副主任', 'Deputy director', 2),
  post('member', '委员', 'Member', 7),
];
const WORKERS = [
  post('group_leader', '组长', 'Group leader', 1),
  post('clerk', '办事员', 'Clerk', 20),
  post('household_worker', '包片社工', 'Household-area worker', 30),
];
const OFFICERS = [
  post('director', '主任', 'Director', 1),
  post('deputy_director', '副主任', 'Deputy director', 6),
  post('department_head', '科室负责人', 'Section head', 12),
  post('dispatcher', '派单员', 'Dispatcher', 10),
  post('officer', '科员', 'Officer', 60),
  post('checker', '核查员', 'Checker', 30),
  post('caller', '回访员', 'Caller', 30),
];
const DEPARTMENT = [
  post('department_head', '负责人', 'Head', 4),
  post('officer', '工作人员', 'Officer', 60),
  post('contact', '联络员', 'Contact', 6),
];

/** The posts of each kind of organisation, highest first. Their codes are those that capabilities are given by. */
export const POSTS: Readonly<Record<OrganisationKind, readonly PostTitle[]>> = {
  DISTRICT_COMMITTEE: PARTY,
  PARTY_WORKING_COMMITTEE: PARTY,
  PARTY_COMMITTEE: PARTY,
  UNIT_PARTY_COMMITTEE: PARTY,
  PARTY_GENERAL_BRANCH: PARTY,
  PARTY_BRANCH: PARTY,
  DISTRICT_OFFICE: DEPARTMENT,
  DEPARTMENT,
  COMMAND_CENTRE: OFFICERS,
  SUPERVISION_CENTRE: OFFICERS,
  HOTLINE: OFFICERS,
  CALL_POOL: OFFICERS,
  SUBDISTRICT_OFFICE: OFFICERS,
  RESIDENTS_COMMITTEE: [...COMMITTEE, post('checker', '核查员', 'Checker', 9)],
  SUB_COMMITTEE: COMMITTEE,
  SERVICE_STATION: [
    post('station_head', '站长', 'Head of the station', 1),
    post('duty_clerk', '值班长', 'Clerk on duty', 3),
    ...WORKERS,
  ],
  STATION_GROUP: WORKERS,
  OWNERS_COMMITTEE: COMMITTEE,
  PROPERTY_COMPANY: DEPARTMENT,
  LOCAL_INSTITUTION: DEPARTMENT,
  SOCIAL_ORG: DEPARTMENT,
  SERVICE_CENTRE: DEPARTMENT,
};

/** The post of a kind by its code or either title; undefined where the kind has none of that name. */
export function postNamed(kind: OrganisationKind, text: string): PostTitle | undefined {
  const key = text.trim().toLowerCase();
  return POSTS[kind].find(({ code, zh, en }) => [code, zh, en.toLowerCase()].includes(key));
}

/** Where a post stands among those of its kind; unknown ones last. */
export function rankOfPost(kind: OrganisationKind, code: string): number {
  const at = POSTS[kind].findIndex((one) => one.code === code);
  return at < 0 ? POSTS[kind].length : at;
}
