import type { Tx } from '#kernel/db/client.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import {
  insertOrganisations,
  insertVersions,
  updateOrganisation,
  updateVersion,
} from './bodies-import.queries.ts';
import type { OrganisationStored, OrganisationsPlan } from './plan-organisations.rules.ts';

/** Carries out a plan: rows first, then one journal row for each organisation that is new or different. */
export async function writeOrganisations(
  tx: Tx,
  world: World,
  actor: Actor,
  plan: OrganisationsPlan,
): Promise<void> {
  await insertOrganisations(tx, rootsFirst(plan.inserts));
  for (const one of plan.updates) await updateOrganisation(tx, one);
  // Closing first: one version of an organisation is open at a time, and an index says so.
  for (const version of plan.oldVersions) await updateVersion(tx, version);
  await insertVersions(tx, plan.newVersions);
  const tell = (one: OrganisationStored, verb: string) =>
    writeJournal(tx, world, actor, {
      subject: { kind: 'organisation', id: one.id },
      verb,
      area: one.area,
      codes: { kind: one.kind, from: one.validFrom, to: one.validTo },
    });
  for (const one of plan.inserts) await tell(one, 'organisation.added');
  for (const one of plan.updates) await tell(one, 'organisation.changed');
}

/** A part refers to its whole, which must be there. */
function rootsFirst(organisations: readonly OrganisationStored[]): OrganisationStored[] {
  const isWhole = (one: OrganisationStored) => one.rootId === one.id;
  return [...organisations.filter(isWhole), ...organisations.filter((one) => !isWhole(one))];
}
