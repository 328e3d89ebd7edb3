import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';
import { RESIDENT_IDLE_SECONDS } from './session.rules.ts';

/** Removes sessions idle beyond every limit, and codes and challenges that ran out: nobody comes to end them. */
export async function purgeSessions(world: World): Promise<void> {
  const { adapter } = await accessOf(world).auth.$context;
  const now = world.clock.now();
  const before = new Date(now.getTime() - RESIDENT_IDLE_SECONDS * 1000);
  const older = (field: string, value: Date) => [{ field, operator: 'lt' as const, value }];
  await adapter.deleteMany({ model: 'session', where: older('seenAt', before) });
  await adapter.deleteMany({ model: 'verification', where: older('expiresAt', now) });
}
