import { systemScope } from '#kernel/db/scope.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { notFound } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { readLink } from '#modules/access/index.ts';
import { askForCheck, rate, sayWord } from '../../checks/say.rules.ts';
import { actOnMatter, type Change } from '../../matters/act.ts';
import { reopen, withdraw } from '../../matters/dispose.rules.ts';
import { split } from '../../matters/merge.rules.ts';
import { findLeadBody } from './track.queries.ts';

/** The one who holds a matter's link: he may do what its reporter may, with that one matter. */
export function reporterOf(subject: string): Actor {
  return { ...ANYBODY, face: 'link', subject, verbs: { 'matter.read': 'own' } };
}

/** The reporter behind a tracking link. @throws not found for a forged, torn or foreign one */
export function reporterByToken(world: World, token: string): Actor & { subject: string } {
  const link = readLink(world.secrets, token, world.clock.now());
  if (link?.purpose !== 'track') throw notFound('link');
  return { ...reporterOf(link.subject), subject: link.subject };
}

export type ReporterAct =
  | { readonly act: 'word'; readonly solved: boolean; readonly rating: number | null }
  | { readonly act: 'rating'; readonly rating: number }
  | { readonly act: 'check' | 'withdrawal' | 'reopening' | 'split' };

/** Does one thing as the reporter. @throws refused with the rule's code, not found */
export async function actAsReporter(
  world: World,
  reporter: Actor,
  number: string,
  given: ReporterAct,
): Promise<void> {
  await actOnMatter(world, reporter, number, await changeOf(world, given));
}

async function changeOf(world: World, given: ReporterAct): Promise<Change> {
  switch (given.act) {
    case 'word':
      return ({ case: c }, facts) => sayWord(c, facts, given);
    case 'rating':
      return ({ case: c }, facts) => rate(c, facts, given);
    case 'check':
      return ({ case: c }, facts) => askForCheck(c, facts);
    case 'withdrawal':
      return ({ case: c }, facts) => withdraw(c, facts);
    case 'reopening':
      return ({ case: c }, facts) => reopen(c, facts);
    case 'split':
      return async ({ case: c }, facts) => {
        const lastOwner =
          (await ownerOfParent(world, c.matter.mergedInto)) ?? c.matter.firstContact;
        return split(c, facts, { lastOwner });
      };
  }
}

/** The parent is somebody else's: only the body that worked on it comes out. */
async function ownerOfParent(world: World, parent: string | null) {
  if (parent === null) return undefined;
  return world.database.withReadScope(systemScope, (db) => findLeadBody(db, parent));
}
