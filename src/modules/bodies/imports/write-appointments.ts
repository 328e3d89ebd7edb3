import type { Tx } from '#kernel/db/client.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { savePersons, tidyName } from '#modules/people/index.ts';
import {
  type AppointmentStored,
  insertAppointments,
  insertPosts,
  listPosts,
  listStoredAppointments,
  updateAppointment,
} from './bodies-import.queries.ts';
import type { BodiesReport, Tally } from './bodies-import.types.ts';
import type { AppointmentPlanned } from './plan-appointments.rules.ts';

/** Saves the persons, makes the posts that are missing, and adds or changes the appointments. */
export async function writeAppointments(
  tx: Tx,
  world: World,
  actor: Actor,
  planned: readonly AppointmentPlanned[],
): Promise<Pick<BodiesReport, 'persons' | 'appointments'>> {
  const saved = await savePersons(tx, world, actor, planned.map(personOf));
  const postIds = await postsOf(tx, world, planned);
  const stored = await listStoredAppointments(tx, [...new Set(saved.map((one) => one.id))]);
  const before = new Map(stored.map((one) => [keyOf(one), one]));
  const fresh: AppointmentStored[] = [];
  const changed: AppointmentStored[] = [];
  planned.forEach((plan, n) => {
    const personId = saved[n]?.id ?? '';
    const next = appointmentOf(plan, personId, postIds(plan), world.newId());
    const old = before.get(keyOf(next));
    if (!old) fresh.push(next);
    else if (isDifferent(old, next)) changed.push({ ...next, id: old.id });
  });
  await insertAppointments(tx, fresh);
  for (const one of changed) await updateAppointment(tx, one);
  for (const one of fresh) await tell(tx, world, actor, one, 'appointment.added');
  for (const one of changed) await tell(tx, world, actor, one, 'appointment.changed');
  return {
    persons: tallyOf(saved),
    appointments: {
      added: fresh.length,
      changed: changed.length,
      unchanged: planned.length - fresh.length - changed.length,
    },
  };
}

function personOf({ row, organisation }: AppointmentPlanned) {
  return {
    code: row.personCode,
    area: organisation.area,
    name: row.name,
    sex: row.sex ?? '0',
    birthDate: row.birthDate,
    education: row.education,
    telephone: row.telephone,
  } as const;
}

/** Each person once, by the strongest thing that happened to him. */
function tallyOf(saved: readonly { id: string; outcome: keyof Tally }[]): Tally {
  const of = (outcome: keyof Tally) =>
    new Set(saved.filter((one) => one.outcome === outcome).map((one) => one.id));
  const [added, changed] = [of('added'), of('changed')];
  const rest = [...of('unchanged')].filter((id) => !added.has(id) && !changed.has(id));
  return { added: added.size, changed: changed.size, unchanged: rest.length };
}

async function postsOf(tx: Tx, world: World, planned: readonly AppointmentPlanned[]) {
  const key = (organisationId: string, code: string) => `${organisationId} ${code}`;
  const ids = new Map(
    (await listPosts(tx)).map((post) => [key(post.organisationId, post.code), post.id]),
  );
  const missing = [];
  for (const { organisation, postCode: code, seats } of planned) {
    if (ids.has(key(organisation.id, code))) continue;
    const id = world.newId();
    ids.set(key(organisation.id, code), id);
    missing.push({ id, organisationId: organisation.id, code, seats });
  }
  await insertPosts(tx, missing);
  return (plan: AppointmentPlanned) => ids.get(key(plan.organisation.id, plan.postCode)) ?? '';
}

function appointmentOf(
  plan: AppointmentPlanned,
  personId: string,
  postId: string,
  id: string,
): AppointmentStored {
  const { row, organisation } = plan;
  return {
    id,
    personId,
    holderName: tidyName(row.name),
    postId,
    postCode: plan.postCode,
    organisationId: organisation.id,
    organisationKind: organisation.kind,
    area: organisation.area,
    origin: row.origin,
    civilServant: plan.civilServant,
    grids: plan.grids,
    validFrom: row.validFrom,
    validTo: row.validTo,
  };
}

const keyOf = (one: AppointmentStored) => `${one.personId} ${one.postId} ${one.validFrom}`;

function isDifferent(old: AppointmentStored, next: AppointmentStored): boolean {
  const text = (one: AppointmentStored) =>
    JSON.stringify([one.holderName, one.origin, one.civilServant, one.grids, one.validTo]);
  return text(old) !== text(next);
}

async function tell(tx: Tx, world: World, actor: Actor, one: AppointmentStored, verb: string) {
  await writeJournal(tx, world, actor, {
    subject: { kind: 'appointment', id: one.id },
    verb,
    area: one.area,
    codes: {
      person: one.personId,
      organisation: one.organisationId,
      post: one.postCode,
      origin: one.origin,
      from: one.validFrom,
      to: one.validTo,
    },
  });
}
