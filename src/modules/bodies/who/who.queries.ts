import type { Db } from '#kernel/db/client.ts';
import { areaRange } from '#kernel/pure/area.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import { type Area, findArea } from '#modules/territory/index.ts';
import type { Appointment } from '../appointments/appointment.types.ts';
import { holdersOfAll } from '../appointments/appointments.queries.ts';
import { englishBodyName } from '../organisations/body-name.ts';
import { THREE_BODIES } from '../organisations/organisation.rules.ts';
import type { Organisation } from '../organisations/organisation.types.ts';
import { bodiesOf, listOrganisations } from '../organisations/organisations.queries.ts';
import type { BodyShown, WhoIsWho } from './who.types.ts';

/** The three bodies of a community with their parts, posts and holders on a day; undefined for an unknown code. */
export async function findWhoIsWho(
  db: Db,
  code: string,
  date: PlainDate,
): Promise<WhoIsWho | undefined> {
  const area = await findArea(db, code, date);
  if (!area) return undefined;
  const all = await bodiesOf(db, code, date);
  const holders = await holdersOfAll(
    db,
    all.map((one) => one.id),
    date,
  );
  const bodies = THREE_BODIES.flatMap((kind) => all.filter((one) => one.kind === kind));
  return {
    area,
    date,
    office: area.parent === null ? null : await officeOf(db, area.parent, date),
    bodies: bodies.map((one) => shown(one, all, holders, area)),
  };
}

/** The subdistrict office that leads the station. */
async function officeOf(
  db: Db,
  subdistrict: string,
  date: PlainDate,
): Promise<Organisation | null> {
  const kinds = ['SUBDISTRICT_OFFICE'] as const;
  const [office] = await listOrganisations(db, date, { kinds, range: areaRange(subdistrict) });
  return office ? named(office, await findArea(db, subdistrict, date)) : null;
}

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
