import type { Actor } from '#kernel/pure/actor.ts';
import type { Need } from '../accounts/account.types.ts';
import type { PostHeld } from './post.types.ts';

/** A signed-in account, resolved: who acts, what else he could act as, and what he must do first. */
export type SignedIn = {
  readonly actor: Actor;
  readonly token: string;
  readonly isStaff: boolean;
  readonly posts: readonly PostHeld[];
  readonly needs: readonly Need[];
};
