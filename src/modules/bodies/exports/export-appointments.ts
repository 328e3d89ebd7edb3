import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import type { AppointmentOut } from './bodies.columns.ts';
import { listAppointmentsOut } from './bodies.report.queries.ts';

/** The list of office holders with birth dates and telephones. Whoever takes it is journaled with the number of rows. */
export async function exportAppointments(world: World, actor: Actor): Promise<AppointmentOut[]> {
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const rows = await listAppointmentsOut(tx, actor.area);
    await writeJournal(tx, world, actor, {
      subject: { kind: 'export', id: world.newId() },
      verb: 'appointments.exported',
      area: actor.area.lo.padEnd(12, '0').slice(0, 12),
      purpose: 'export',
      codes: { rows: rows.length },
    });
    return rows;
  });
}
