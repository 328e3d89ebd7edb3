import type { World } from '#kernel/world.ts';
import { makeLink } from '#modules/access/index.ts';

const LINK_DAYS = 400;
const DAY_MS = 86_400_000;

/** The reporter's own way to his matter, without an account: a link to open and a code to say on the telephone. */
export type Tracking = { readonly token: string; readonly url: string; readonly code: string };

export function trackingOf(
  world: World,
  matter: { readonly id: string; readonly receivedAt: Date },
): Tracking {
  const expires = new Date(matter.receivedAt.getTime() + LINK_DAYS * DAY_MS);
  const token = makeLink(world.secrets, {
    purpose: 'track',
    subject: matter.id,
    organisation: null,
    expires,
  });
  return {
    token,
    url: `${world.settings.publicUrl}/t/${token}`,
    code: queryCode(world, matter.id),
  };
}

/** Six digits that only the installation can compute: asked for beside the number, and guessed at slowly. */
export function queryCode(world: World, matterId: string): string {
  const bits = Buffer.from(world.secrets.mac('query-code', matterId), 'base64url').readUInt32BE(0);
  return String(bits % 1_000_000).padStart(6, '0');
}

/** A department's way to its one task, without an account. */
export function taskLink(
  world: World,
  task: { readonly matter: string; readonly organisation: string },
): string {
  const expires = new Date(world.clock.now().getTime() + LINK_DAYS * DAY_MS);
  return `${world.settings.publicUrl}/l/${makeLink(world.secrets, { purpose: 'task', subject: task.matter, organisation: task.organisation, expires })}`;
}
