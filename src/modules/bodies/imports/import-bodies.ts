import type { Tx } from '#kernel/db/client.ts';
import { scopeOf } from '#kernel/db/scope.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { listAllVersions } from '#modules/territory/index.ts';
import { listOrganisationVersions } from '../organisations/organisations.queries.ts';
import { listStoredOrganisations, lockBodies } from './bodies-import.queries.ts';
import type {
  AppointmentGiven,
  BodiesFault,
  BodiesReport,
  Lined,
  OrganisationGiven,
} from './bodies-import.types.ts';
import { planAppointments } from './plan-appointments.rules.ts';
import { planOrganisations } from './plan-organisations.rules.ts';
import { writeAppointments } from './write-appointments.ts';
import { writeOrganisations } from './write-organisations.ts';

export type BodiesRows = {
  readonly organisations?: readonly Lined<OrganisationGiven>[];
  readonly appointments?: readonly Lined<AppointmentGiven>[];
  /** Faults of rows that could not be read at all; they are only reported on. */
  readonly faults?: readonly BodiesFault[];
};

const VERB = 'bodies.import';

/** Carries a finished dry run out of its transaction, which rolls back. */
class DryRun extends Error {
  readonly report: BodiesReport;
  constructor(report: BodiesReport) {
    super('dry run');
    this.report = report;
  }
}

/**
 * Brings organisations, persons and appointments to what the lists say: good rows go in, bad ones are reported by line.
 * Repeating it changes nothing. A dry run does everything and rolls back, so that what it reports is what would happen.
 * Throws 'forbidden' without the capability.
 */
export async function importBodies(
  world: World,
  actor: Actor,
  rows: BodiesRows,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<BodiesReport> {
  try {
    return await world.database.withScope(scopeOf(actor), async (tx) => {
      const report = await importBodiesInside(tx, world, actor, rows);
      if (dryRun) throw new DryRun({ ...report, dryRun });
      return report;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.report;
    throw error;
  }
}

/** As `importBodies`, in the caller's transaction. */
export async function importBodiesInside(
  tx: Tx,
  world: World,
  actor: Actor,
  rows: BodiesRows,
): Promise<BodiesReport> {
  if (actor.face !== 'system' && !may(actor, VERB)) throw forbidden(VERB);
  await lockBodies(tx);
  const areas = new Set((await listAllVersions(tx)).map((area) => area.code));
  const stored = {
    organisations: await listStoredOrganisations(tx),
    versions: await listOrganisationVersions(tx),
  };
  const plan = planOrganisations(stored, rows.organisations ?? [], {
    reach: actor.area,
    knowsArea: (code) => areas.has(code),
    newId: world.newId,
  });
  await writeOrganisations(tx, world, actor, plan);
  const appointments = planAppointments(rows.appointments ?? [], {
    find: plan.find,
    reach: actor.area,
  });
  const written = await writeAppointments(tx, world, actor, appointments.planned);
  const faults = [...(rows.faults ?? []), ...plan.faults, ...appointments.faults];
  return {
    dryRun: false,
    organisations: plan.tally,
    ...written,
    faults: faults.toSorted((a, b) => a.line - b.line),
  };
}
