import type { Db } from '#kernel/db/client.ts';
import { areaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { type Area, knownAreas } from '#modules/territory/index.ts';
import type { Appointment } from '../appointments/appointment.types.ts';
import { listHolders } from '../appointments/appointments.queries.ts';
import { englishBodyName } from '../organisations/body-name.ts';
import { THREE_BODIES } from '../organisations/organisation.rules.ts';
import type { Organisation } from '../organisations/organisation.types.ts';
import { bodiesOf, listOrganisations } from '../organisations/organisations.queries.ts';
import type { BodyShown, WhoIsWho } from './who.types.ts';

/** The three bodies of a community with their parts, posts and holders on a day; undefined for an unknown code. */
export async function findWhoIsWho(
  world: World,
  db: Db,
  code: string,
  date: PlainDate,
): Promise<WhoIsWho | undefined> {
  const areas = await knownAreas(world, db, (known) => known.has(code));
  const area = areas.get(code);
  if (!area) return undefined;
  const [all, holders, [office = null]] = await Promise.all([
    bodiesOf(db, code, date),
    listHolders(db, code, date),
    area.parent === null ? [] : officesOf(db, area.parent, date),
  ]);
  const bodies = THREE_BODIES.flatMap((kind) => all.filter((one) => one.kind === kind));
  return {
    area,
    date,
    office: office && named(office, areas.get(area.parent ?? '')),
    bodies: bodies.map((one) => shown(one, all, holders, area)),
  };
}

/** The subdistrict office that leads the station. */
const officesOf = (db: Db, subdistrict: string, date: PlainDate) =>
  listOrganisations(db, date, {
    kinds: ['SUBDISTRICT_OFFICE'],
    range: areaRange(subdistrict),
  });

const named = (one: Organisation, area: Area | undefined): Organisation => ({
  ...one,
  nameEn: englishBodyName(one, area),
});

function shown(
  organisation: Organisation,
  all: readonly Organisation[],
  holders: readonly Appointment[],
  area: Area,
): BodyShown {
  const parts = all.filter(
    (one) => one.parentId === organisation.id && one.rootId === organisation.id,
  );
  return {
    organisation: named(organisation, area),
    holders: holders.filter((one) => one.organisationId === organisation.id),
    parts: parts.map((one) => shown(one, all, holders, area)),
  };
}
