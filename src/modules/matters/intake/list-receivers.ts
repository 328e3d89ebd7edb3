import type { Db } from '#kernel/db/client.ts';
import { dateOf } from '#kernel/pure/dates.ts';
import type { World } from '#kernel/world.ts';
import {
  englishBodyName,
  listOrganisations,
  type OrganisationKind,
} from '#modules/bodies/index.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import { ruleFor } from '#modules/rulebook/pure.ts';
import { listAreas } from '#modules/territory/index.ts';
import { type Asked, presetReceiver, receiverKinds, receiverRange } from './receivers.rules.ts';

/** The bodies a matter of an area may go to, and whom a whistle about its category goes to unless another is chosen. */
export async function listReceivers(
  world: World,
  db: Db,
  asked: Asked & { readonly category?: string | undefined },
) {
  const today = dateOf(world.clock.now());
  const [all, areas, book] = await Promise.all([
    listOrganisations(db, today, {
      kinds: receiverKinds(asked) as readonly OrganisationKind[],
      range: receiverRange(asked),
    }),
    listAreas(db, today),
    readRulebook(world, db),
  ]);
  const bodies = all.filter(
    ({ area }) => asked.for === 'offer' || asked.area.startsWith(area.replace(/(000)+$/, '')),
  );
  const { department } = ruleFor(book, 'matter.whistle', today, asked.area, asked.category);
  const areaOf = new Map(areas.map((area) => [area.code, area]));
  return {
    preset: asked.for === 'whistle' ? presetReceiver(bodies, department) : null,
    items: bodies.map((one) => {
      const { id, name, kind, area } = one;
      return { id, name, nameEn: englishBodyName(one, areaOf.get(area)), kind, area };
    }),
  };
}
