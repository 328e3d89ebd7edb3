import type { Reach } from '#kernel/pure/actor.ts';

/** Everything a post may be allowed to do. Menus, policies and the README's table read these names. */
export const VERBS = [
  'matter.file',
  'matter.read',
  'matter.take',
  'matter.offer',
  'matter.accept',
  'matter.return',
  'matter.overrule',
  'matter.finish',
  'matter.check',
  'matter.suspend.propose',
  'matter.suspend.approve',
  'matter.extend.propose',
  'matter.extend.approve',
  'matter.merge',
  'matter.reject',
  'matter.redirect',
  'matter.cancel',
  'matter.urge',
  'matter.call',
  'matter.unsolved.approve',
  'matter.export',
  'matter.import',
  'hotline.import',
  'hotline.result',
  'notice.write',
  'notice.publish',
  'bodies.read',
  'bodies.import',
  'territory.import',
  'person.find',
  'dashboard.read',
  'district.table',
  'audit.read',
  'rules.read',
  'rules.manage',
  'rollout.manage',
  'settings.manage',
  'accounts.manage',
  'sessions.revoke',
  'burden.read',
] as const;

export type Verb = (typeof VERBS)[number];
type Grant = Readonly<Partial<Record<Verb, Reach>>>;

const to = (reach: Reach, ...verbs: Verb[]): Grant =>
  Object.fromEntries(verbs.map((verb) => [verb, reach]));

const INTAKE: readonly Verb[] = ['matter.file', 'matter.read', 'bodies.read'];
/** An organisation's own tasks: take and do, or answer an offer. */
const HANDLE: readonly Verb[] = [
  'matter.take',
  'matter.accept',
  'matter.return',
  'matter.finish',
  'matter.extend.propose',
];
/** What another person than the owner allows: a pause, or more time. */
const ALLOW: readonly Verb[] = ['matter.suspend.approve', 'matter.extend.approve'];
const DISPATCH: readonly Verb[] = [
  'matter.offer',
  'matter.overrule',
  'matter.cancel',
  'matter.urge',
  'matter.suspend.propose',
];
const CLERK: readonly Verb[] = ['matter.merge', 'matter.reject', 'matter.redirect'];
const LOOK: readonly Verb[] = ['matter.read', 'bodies.read', 'dashboard.read', 'rules.read'];

/** The station executes: takes, accepts and finishes; it checks nothing, approves no 'unsolved' and edits no evaluation. */
const stationWorker = {
  ...to('area', ...INTAKE, ...HANDLE, 'person.find'),
  ...to('own', 'matter.offer', 'matter.suspend.propose'),
};
const stationClerk = { ...stationWorker, ...to('area', ...CLERK, 'notice.write') };
const dutyClerk = {
  ...stationClerk,
  ...to('area', ...DISPATCH, 'dashboard.read', 'burden.read', 'rules.read'),
};
const stationHead = {
  ...dutyClerk,
  ...to('area', ...ALLOW, 'matter.export', 'notice.publish'),
};

/** The residents' committee does its own work and supervises: it checks, and never handles the station's tasks (the row's organisation decides). */
const committeeMember = {
  ...to('area', ...INTAKE, ...HANDLE, 'matter.check', 'person.find', 'rules.read'),
  ...to('own', 'matter.offer'),
};
const committeeDirector = {
  ...committeeMember,
  ...to('area', ...LOOK, 'matter.unsolved.approve', 'matter.export'),
  ...to('area', 'notice.write', 'notice.publish', 'burden.read'),
};

/** The Party committee leads and decides: it reads everything in the community and executes nothing. */
const partyMember = to('area', ...LOOK, 'matter.file');
const partySecretary = {
  ...partyMember,
  ...to('area', 'matter.check', 'matter.suspend.approve', 'matter.unsolved.approve'),
  ...to('area', 'matter.export', 'notice.write', 'notice.publish', 'burden.read'),
};

/** The subdistrict office leads the stations and dispatches across its communities. */
const officer = {
  ...to('area', ...INTAKE, ...HANDLE, ...LOOK, 'person.find', 'notice.write', 'burden.read'),
  ...to('own', 'matter.offer'),
};
const dispatcher = {
  ...to('area', ...INTAKE, ...HANDLE, ...DISPATCH, ...CLERK, ...LOOK, 'person.find', 'burden.read'),
  ...to('area', 'matter.extend.approve', 'matter.export', 'matter.import', 'hotline.import'),
};
const officeHead = {
  ...to('area', ...LOOK, 'matter.overrule', 'matter.urge'),
  ...to('area', ...ALLOW, 'matter.unsolved.approve'),
  ...to('area', 'matter.check', 'matter.export', 'notice.write', 'notice.publish', 'burden.read'),
};

/** A department has no area: it sees the rows shared with it, and answers for them. */
const departmentContact = to(
  'own',
  'matter.read',
  'matter.accept',
  'matter.return',
  'matter.finish',
  'matter.extend.propose',
  'bodies.read',
  'rules.read',
);
const departmentHead = {
  ...departmentContact,
  ...to('own', 'matter.export', 'dashboard.read', 'burden.read'),
};

const checker = to('area', 'matter.read', 'matter.check', 'bodies.read', 'rules.read');
const caller = to('area', 'matter.read', 'matter.call', 'bodies.read');

const districtWide = (grant: Grant): Grant => to('district', ...(Object.keys(grant) as Verb[]));
const districtOfficer = to(
  'district',
  'bodies.read',
  'bodies.import',
  'territory.import',
  'dashboard.read',
  'district.table',
  'rules.read',
  'burden.read',
);

/**
 * Who may do what: organisation kind × post → verbs × reach. The only such table; GB/T 22239-2019 (least privilege) and
 * the three powers of a community (whoever executes does not check, whoever leads does not execute) are its sources.
 */
export const CAPABILITIES: Readonly<Record<string, Readonly<Record<string, Grant>>>> = {
  PARTY_COMMITTEE: {
    secretary: partySecretary,
    deputy_secretary: partySecretary,
    member: partyMember,
  },
  RESIDENTS_COMMITTEE: {
    director: committeeDirector,
    deputy_director: committeeDirector,
    member: committeeMember,
    checker,
  },
  SERVICE_STATION: {
    station_head: stationHead,
    duty_clerk: dutyClerk,
    clerk: stationClerk,
    household_worker: stationWorker,
    group_leader: stationClerk,
  },
  STATION_GROUP: {
    group_leader: stationClerk,
    clerk: stationClerk,
    household_worker: stationWorker,
  },
  SUBDISTRICT_OFFICE: {
    director: officeHead,
    deputy_director: officeHead,
    department_head: { ...officer, ...to('area', ...ALLOW, 'matter.export') },
    dispatcher,
    officer,
    checker,
    caller,
  },
  DEPARTMENT: {
    department_head: departmentHead,
    officer: departmentContact,
    contact: departmentContact,
  },
  COMMAND_CENTRE: {
    director: { ...districtWide(officeHead), ...districtOfficer },
    deputy_director: { ...districtWide(officeHead), ...districtOfficer },
    dispatcher: { ...districtWide(dispatcher), ...to('district', 'district.table') },
    officer: districtWide({ ...to('area', ...LOOK), ...to('area', 'district.table') }),
    checker: districtWide(checker),
    caller: districtWide(caller),
  },
  SUPERVISION_CENTRE: { director: districtWide(officeHead), checker: districtWide(checker) },
  CALL_POOL: { caller: districtWide(caller) },
  HOTLINE: {
    dispatcher: to('district', 'matter.read', 'hotline.import', 'hotline.result', 'bodies.read'),
  },
  /** The district's organisation department, civil affairs and information centre, which lead and count and handle no matter. */
  DISTRICT_OFFICE: { department_head: districtOfficer, officer: districtOfficer },
};

/** The three administrators stand apart, and none reads a matter (GB/T 22239-2019 level 3). They need no organisation. */
export const ADMINISTRATORS: Readonly<Record<string, Grant>> = {
  system_admin: to('district', 'rules.read', 'rules.manage', 'rollout.manage', 'settings.manage'),
  security_admin: to('district', 'accounts.manage', 'sessions.revoke'),
  audit_admin: to('district', 'audit.read'),
};

/** What a post may do; nothing where the table doesn't know it. */
export function verbsOf(organisationKind: string | null, post: string): Grant {
  return ADMINISTRATORS[post] ?? CAPABILITIES[(organisationKind ?? '').toUpperCase()]?.[post] ?? {};
}

/** Every post that means something, as '<organisation kind> <post>' with its verbs, in the table's order. */
export function listCapabilities(): { kind: string; post: string; grant: Grant }[] {
  const rows = Object.entries(CAPABILITIES).flatMap(([kind, posts]) =>
    Object.entries(posts).map(([post, grant]) => ({ kind, post, grant })),
  );
  const admins = Object.entries(ADMINISTRATORS).map(([post, grant]) => ({
    kind: '–',
    post,
    grant,
  }));
  return [...rows, ...admins];
}
