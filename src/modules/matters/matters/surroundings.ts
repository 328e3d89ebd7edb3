import type { Db } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { listBodiesAround, type NearBody } from '#modules/bodies/index.ts';
import type { Body } from './matter.types.ts';
import type { Surroundings } from './surroundings.types.ts';

const KINDS: Readonly<Record<keyof Surroundings, string>> = {
  station: 'SERVICE_STATION',
  residents: 'RESIDENTS_COMMITTEE',
  party: 'PARTY_COMMITTEE',
  subdistrict: 'SUBDISTRICT_OFFICE',
  command: 'COMMAND_CENTRE',
  callPool: 'CALL_POOL',
};

/** The three bodies are the place's own; offices and pools may be those above it. */
const OWN_ONLY: readonly (keyof Surroundings)[] = ['station', 'residents', 'party'];

export async function surroundingsOf(world: World, db: Db, area: string): Promise<Surroundings> {
  const near = await listBodiesAround(db, area, Object.values(KINDS), dateOf(world.clock.now()));
  const find = (part: keyof Surroundings): Body | null => {
    const isNear = (body: NearBody) =>
      body.kind === KINDS[part] && (!OWN_ONLY.includes(part) || body.area === area);
    const body = near.find(isNear);
    return body ? { organisation: body.id, root: body.root } : null;
  };
  return {
    station: find('station'),
    residents: find('residents'),
    party: find('party'),
    subdistrict: find('subdistrict'),
    command: find('command'),
    callPool: find('callPool'),
  };
}
