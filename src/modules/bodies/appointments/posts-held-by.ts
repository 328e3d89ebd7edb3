import { systemScope } from '#kernel/db/scope.ts';
import type { PlainDate } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { englishAreaName, findArea } from '#modules/territory/index.ts';
import { englishBodyName } from '../organisations/body-name.ts';
import type { OrganisationKind } from '../organisations/organisation.types.ts';
import { findOrganisation } from '../organisations/organisations.queries.ts';
import { appointmentsOf } from './appointments.queries.ts';

type Words = string | { readonly zh: string; readonly en: string };

export type PostHeldBy = {
  readonly appointment: string;
  readonly organisation: string;
  readonly rootOrganisation: string;
  readonly organisationKind: OrganisationKind;
  readonly post: string;
  readonly area: string;
  readonly name: Words;
  readonly areaName: Words;
};

/** A person's appointments in force on a day, oldest first, as acting in them needs: what an account may do comes from here. */
export async function postsHeldBy(
  world: World,
  person: string,
  on: PlainDate,
): Promise<PostHeldBy[]> {
  return world.database.withReadScope(systemScope, async (db) => {
    const posts: PostHeldBy[] = [];
    for (const held of await appointmentsOf(db, person, on)) {
      const organisation = await findOrganisation(db, held.organisationId, on);
      if (!organisation) continue;
      const area = await findArea(db, held.area, on);
      posts.push({
        appointment: held.id,
        organisation: held.organisationId,
        rootOrganisation: organisation.rootId,
        organisationKind: organisation.kind,
        post: held.postCode,
        area: held.area,
        name: words(organisation.name, englishBodyName(organisation, area)),
        areaName: area ? words(area.name, englishAreaName(area)) : held.area,
      });
    }
    return posts;
  });
}

const words = (zh: string, en: string | null): Words => (en === null ? zh : { zh, en });
