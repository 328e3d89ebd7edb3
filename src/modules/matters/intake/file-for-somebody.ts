import type { Tx } from '#kernel/db/client.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { invalid } from '#kernel/pure/errors.ts';
import { parsePhone } from '#kernel/pure/identifiers.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { findPerson } from '#modules/people/index.ts';
import { findBuilding } from '#modules/territory/index.ts';
import { fileInside, whileFiling } from '../filing/file-matter.ts';
import type { Filing, Point } from '../filing/filing.types.ts';
import { findLineById } from '../matters/list.queries.ts';
import { readNames } from '../matters/names.ts';
import { lineView } from '../matters/show-matter.ts';
import { type Tracking, trackingOf } from '../messages/tracking.ts';
import type { IntakeCommand } from './intake.types.ts';

export type Taken = {
  readonly line: ReturnType<typeof lineView>;
  readonly tracking: Tracking;
};

/**
 * A clerk files what somebody says at the counter, on the telephone or out of doors; number, code and link are there at
 * once. @throws invalid on an unknown area, building, person or telephone; refused as `fileMatter`
 */
export async function fileForSomebody(
  world: World,
  actor: Actor,
  command: IntakeCommand,
  { idempotencyKey, lang }: { idempotencyKey: string | null; lang: Language },
): Promise<Taken> {
  if (!isWithin(actor.area, command.area)) throw invalid([{ field: 'area', code: 'unknown_area' }]);
  return whileFiling(world, actor, async (tx) => {
    const filing = await filingOf(world, tx, actor, command, idempotencyKey);
    const filed = await fileInside(world, actor, tx, filing);
    const line = filed.line ?? (await findLineById(tx, filed.id));
    if (!line) throw new Error('a filed matter without its row');
    const names = await readNames(world, tx, lang, [line.ownerOrganisation]);
    return { line: lineView(line, names), tracking: trackingOf(world, line) };
  });
}

async function filingOf(
  world: World,
  tx: Tx,
  actor: Actor,
  command: IntakeCommand,
  idempotencyKey: string | null,
): Promise<Filing> {
  const [place, contact] = await Promise.all([placeOf(tx, command), contactOf(world, tx, command)]);
  const { kind, source, category, words, area, onBehalf, isPublic } = command;
  return {
    kind,
    source,
    category,
    words,
    area,
    place,
    contact,
    language: 'zh',
    onBehalf,
    isPublic,
    files: [],
    hotline: null,
    receivedAt: null,
    requestKey:
      idempotencyKey === null ? null : { owner: `staff:${actor.account}`, key: idempotencyKey },
  };
}

async function placeOf(tx: Tx, command: IntakeCommand): Promise<Filing['place']> {
  const nowhere = { text: command.place, building: null, stairwell: null, point: null };
  if (command.building === null) return nowhere;
  const building = await findBuilding(tx, command.building);
  if (building?.area !== command.area)
    throw invalid([{ field: 'building', code: 'unknown_building' }]);
  const { point } = building;
  return {
    ...nowhere,
    text: command.place ?? building.name,
    building: building.id,
    point: point && {
      longitude: point.lng,
      latitude: point.lat,
      crs: point.crs as Point['crs'],
    },
  };
}

async function contactOf(world: World, tx: Tx, command: IntakeCommand): Promise<Filing['contact']> {
  const telephone = telephoneOf(world, command.telephone);
  if (command.person === null)
    return { name: command.name, telephone, account: null, person: null };
  const person = await findPerson(tx, command.person);
  if (!person) throw invalid([{ field: 'person', code: 'unknown_person' }]);
  return {
    name: command.name ?? person.name,
    telephone: telephone ?? person.telephone,
    account: null,
    person: person.id,
  };
}

function telephoneOf(world: World, given: string | null): string | null {
  if (given === null || given === '') return null;
  const phone = parsePhone(given, { testNumbers: world.settings.demo });
  if (isRefusal(phone)) throw invalid([{ field: 'telephone', code: phone.refused }]);
  return phone.number;
}
