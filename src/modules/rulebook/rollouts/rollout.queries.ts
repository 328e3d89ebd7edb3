import type { Tx } from '#kernel/db/client.ts';
import type { Rollout } from './rollout.rules.ts';

export type NewRollout = Rollout & {
  readonly switchedBy: string | null;
  readonly switchedAt: Date;
};

export async function insertRollout(tx: Tx, rollout: NewRollout): Promise<void> {
  await tx.insertInto('rollout').values(rollout).execute();
}
