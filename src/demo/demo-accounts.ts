import { systemScope } from '#kernel/db/scope.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { createDemoAccounts, type DemoAccountWanted } from '#modules/access/index.ts';
import { findOrganisationByCode, holdersOf } from '#modules/bodies/index.ts';
import { CALL_POOL, COMMAND, HOTLINE, ORGANISATION_OFFICE, SUPERVISION } from './departments.ts';
import { officeCode, partyCode, residentsCode, stationCode } from './organisations.ts';
import { DISTRICT, type Place, YIYUAN } from './places.ts';

type Wanted = readonly [username: string, organisation: string, post: string];

/** Yiyuan, or the first community of a small demo. */
function wantedOf(places: readonly Place[]): Wanted[] {
  const place = places.find(({ code }) => code === YIYUAN) ?? places[0];
  if (!place) return [];
  const station = stationCode(place);
  const residents = residentsCode(place);
  const party = partyCode(place);
  const office = officeCode(place.subdistrict);
  return [
    ['station-head', station, 'station_head'],
    ['station-duty', station, 'duty_clerk'],
    ['station-clerk', station, 'clerk'],
    ['household-worker', station, 'household_worker'],
    ['committee-director', residents, 'director'],
    ['committee-member', residents, 'member'],
    ['party-secretary', party, 'secretary'],
    ['party-deputy', party, 'deputy_secretary'],
    ['subdistrict-director', office, 'director'],
    ['subdistrict-dispatcher', office, 'dispatcher'],
    ['department-head', 'BM01', 'department_head'],
    ['department-officer', 'BM01', 'officer'],
    ['district-command', COMMAND, 'director'],
    ['district-dispatcher', COMMAND, 'dispatcher'],
    ['supervision-checker', SUPERVISION, 'checker'],
    ['call-pool', CALL_POOL, 'caller'],
    ['hotline-clerk', HOTLINE, 'dispatcher'],
    ['organisation-department', ORGANISATION_OFFICE, 'officer'],
  ];
}

const ADMINISTRATORS = [
  ['system-admin', '系统管理员', 'system_admin'],
  ['security-admin', '安全管理员', 'security_admin'],
  ['audit-admin', '审计管理员', 'audit_admin'],
] as const;

/** One sign-in for each role and scope, held by a person in the post; its powers come from his appointment. */
export async function makeDemoAccounts(world: World, places: readonly Place[]): Promise<number> {
  const today = dateOf(world.clock.now());
  const held = await world.database.withReadScope(systemScope, async (db) => {
    const accounts: DemoAccountWanted[] = [];
    for (const [username, code, post] of wantedOf(places)) {
      const body = await findOrganisationByCode(db, code, today);
      const holders = body ? await holdersOf(db, body.id, today) : [];
      const holder = holders.find((one) => one.postCode === post);
      if (!body || !holder) throw new Error(`nobody is ${post} of ${code}`);
      accounts.push({
        username,
        name: holder.holderName,
        role: `${body.kind.toLowerCase()} ${post}`,
        person: holder.personId,
        adminPost: null,
        area: body.area,
      });
    }
    return accounts;
  });
  const administrators = ADMINISTRATORS.map(
    ([username, name, adminPost]): DemoAccountWanted => ({
      username,
      name,
      role: adminPost,
      person: null,
      adminPost,
      area: DISTRICT.code,
    }),
  );
  const all = [...held, ...administrators];
  await createDemoAccounts(world, all);
  return all.length;
}
