import type { Tx } from '#kernel/db/client.ts';
import type { RuleSet } from './rule-set.types.ts';

export type NewRuleSet = RuleSet & {
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
};

/** Adds rule sets; one that begins where another of its kind does is left out. Returns the ids of those added. */
export async function insertRuleSets(tx: Tx, sets: readonly NewRuleSet[]): Promise<string[]> {
  if (sets.length === 0) return [];
  const rows = await tx
    .insertInto('ruleSet')
    .values(sets.map((set) => ({ ...set, params: JSON.stringify(set.params) })))
    .onConflict((conflict) =>
      conflict.columns(['code', 'subject', 'area', 'validFrom']).doNothing(),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
