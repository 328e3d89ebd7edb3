import { scopeOf } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { dateOf, plainDateOf } from '#kernel/pure/dates.ts';
import { conflict, forbidden, refusedBy } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { listRuleSets, raiseVersion } from '../book/book.queries.ts';
import { journalArea, MANAGE_RULES, mayManageRules } from '../rulebook.policy.ts';
import { refusalToPublish } from './publish-rule-set.rules.ts';
import type { PublishRuleSet } from './rule-set.contract.ts';
import { insertRuleSets } from './rule-set.queries.ts';
import type { RuleSet } from './rule-set.types.ts';

/** Publishes new numbers of a rule from a coming day on; those of before stay for events of before. */
export async function publishRuleSet(
  world: World,
  actor: Actor,
  command: PublishRuleSet,
): Promise<RuleSet> {
  if (!mayManageRules(actor, command.area)) throw forbidden(MANAGE_RULES);
  return world.database.withScope(scopeOf(actor), async (tx) => {
    const now = world.clock.now();
    await raiseVersion(tx, world.newId());
    const set = {
      ...command,
      id: world.newId(),
      validFrom: plainDateOf(command.validFrom),
      validTo: command.validTo === null ? null : plainDateOf(command.validTo),
    } as RuleSet;
    const refusal = refusalToPublish(set, await listRuleSets(tx), dateOf(now));
    if (refusal) throw refusedBy(refusal);
    const added = await insertRuleSets(tx, [
      { ...set, publishedBy: actor.account, publishedAt: now },
    ]);
    if (added.length === 0) throw conflict('rule_already_starts');
    await writeJournal(tx, world, actor, {
      subject: { kind: 'rule_set', id: set.id },
      verb: 'publish',
      area: journalArea(actor, set.area),
      codes: { code: set.code, subject: set.subject, validFrom: set.validFrom },
      isPublic: true,
      detail: { params: set.params, source: set.source, article: set.article },
    });
    return set;
  });
}
