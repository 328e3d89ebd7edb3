import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf, plainDateOf } from '#kernel/pure/dates.ts';
import { forbidden, refusedBy } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { listRollouts, raiseVersion } from '../book/book.queries.ts';
import { journalArea, MANAGE_ROLLOUTS, mayManageRollouts } from '../rulebook.policy.ts';
import type { SwitchRollout } from './rollout.contract.ts';
import { insertRollout } from './rollout.queries.ts';
import { type Rollout, refusalToSwitch } from './rollout.rules.ts';

/** Switches a mechanism on or off in an area from a day on. */
export async function switchRollout(
  world: World,
  actor: Actor,
  command: SwitchRollout,
): Promise<Rollout> {
  if (!mayManageRollouts(actor, command.area)) throw forbidden(MANAGE_ROLLOUTS);
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const now = world.clock.now();
    await raiseVersion(tx, world.newId());
    const rollout = { ...command, id: world.newId(), validFrom: plainDateOf(command.validFrom) };
    const refusal = refusalToSwitch(rollout, await listRollouts(tx), dateOf(now));
    if (refusal) throw refusedBy(refusal);
    await insertRollout(tx, { ...rollout, switchedBy: actor.account, switchedAt: now });
    await writeJournal(tx, world, actor, {
      subject: { kind: 'rollout', id: rollout.id },
      verb: rollout.isOn ? 'switch_on' : 'switch_off',
      area: journalArea(actor, rollout.area),
      codes: { mechanism: rollout.mechanism, validFrom: rollout.validFrom },
      isPublic: true,
      detail: { decision: rollout.decision },
    });
    return rollout;
  });
}
