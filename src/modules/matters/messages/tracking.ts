import { isSameText } from '#kernel/secrets.ts';
import type { World } from '#kernel/world.ts';
import { makeLink } from '#modules/access/index.ts';

/** The reporter's own way to his matter, without an account: a link to open and a code to say on the telephone. */
export type Tracking = { readonly token: string; readonly url: string; readonly code: string };

/** It never ends: whoever said something may ask what became of it for as long as the matter is kept. */
export function trackingOf(world: World, { id }: { readonly id: string }): Tracking {
  const token = makeLink(world.secrets, {
    purpose: 'track',
    subject: id,
    expires: null,
    version: 0,
  });
  return {
    token,
    url: `${world.settings.publicUrl}/t/${token}`,
    code: queryCode(world, id),
  };
}

/** Six digits that only the installation can compute: asked for beside the number, and guessed at slowly. */
export function queryCode(world: World, matterId: string): string {
  const bits = Buffer.from(world.secrets.mac('query-code', matterId), 'base64url').readUInt32BE(0);
  return String(bits % 1_000_000).padStart(6, '0');
}

export const isQueryCode = (world: World, matterId: string, typed: string): boolean =>
  isSameText(queryCode(world, matterId), typed);

/** A department's way to its one task, without an account, until a day. */
export function taskLink(
  world: World,
  task: { readonly id: string; readonly linkVersion: number },
  expires: Date,
): string {
  const { id: subject, linkVersion: version } = task;
  const token = makeLink(world.secrets, { purpose: 'task', subject, expires, version });
  return `${world.settings.publicUrl}/l/${token}`;
}
