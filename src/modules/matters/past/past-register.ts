import type { Db } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import { findOrganisationByCode } from '#modules/bodies/index.ts';
import { findBuilding, listAllVersions } from '#modules/territory/index.ts';
import type { Body } from '../matters/matter.types.ts';
import { surroundingsOf } from '../matters/surroundings.ts';
import type { Surroundings } from '../matters/surroundings.types.ts';

export type KnownBody = Body & { readonly kind: string };

/** What codes of a file stand for, looked up once a run. */
export type PastRegister = {
  readonly body: (db: Db, code: string) => Promise<KnownBody | null>;
  readonly building: (db: Db, code: string) => Promise<{ id: string; area: string } | null>;
  readonly around: (db: Db, area: string) => Promise<Surroundings>;
  readonly isPlace: (db: Db, area: string) => Promise<boolean>;
};

export function openPastRegister(world: World): PastRegister {
  const today = dateOf(world.clock.now());
  let places: Promise<ReadonlySet<string>> | undefined;
  return {
    body: kept(async (db, code) => {
      const found = await findOrganisationByCode(db, code, today);
      return found ? { organisation: found.id, root: found.rootId, kind: found.kind } : null;
    }),
    building: kept(async (db, code) => {
      const found = await findBuilding(db, code);
      return found ? { id: found.id, area: found.area } : null;
    }),
    around: kept((db, area) => surroundingsOf(world, db, area)),
    isPlace: async (db, area) => {
      places ??= placesOf(db);
      return (await places).has(area);
    },
  };
}

async function placesOf(db: Db): Promise<ReadonlySet<string>> {
  const versions = await listAllVersions(db);
  return new Set(
    versions
      .filter(({ kind }) => kind === 'community' || kind === 'village')
      .map(({ code }) => code),
  );
}

function kept<T>(find: (db: Db, code: string) => Promise<T>) {
  const known = new Map<string, T>();
  return async (db: Db, code: string): Promise<T> => {
    const old = known.get(code);
    if (old !== undefined) return old;
    const found = await find(db, code);
    known.set(code, found);
    return found;
  };
}
