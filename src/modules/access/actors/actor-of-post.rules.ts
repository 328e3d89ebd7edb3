import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { type AreaRange, areaRange, EVERY_AREA, NO_AREA } from '#kernel/pure/area.ts';
import type { AccountLink, Need } from '../accounts/account.types.ts';
import { verbsOf } from '../capabilities.rules.ts';
import type { PostHeld } from './post.types.ts';

/** Kinds whose view is granted row by row: what is shared with them, and no area. */
const WITHOUT_AREA = new Set(['DEPARTMENT', 'PROPERTY_COMPANY', 'SOCIAL_ORG', 'LOCAL_INSTITUTION']);

export type AccountOf = {
  readonly id: string;
  readonly name: string;
  readonly link: AccountLink | undefined;
  readonly needs: readonly Need[];
};

/** The post an account acts in: the chosen one while it is in force, else the first. */
export function choosePost(
  posts: readonly PostHeld[],
  chosen: string | null,
): PostHeld | undefined {
  return posts.find((post) => post.appointment === chosen) ?? posts[0];
}

/** A staff account in a post. Until it has done what it must (new password, second factor) it may do nothing. */
export function actorOfPost(account: AccountOf, post: PostHeld | undefined): Actor {
  const known: Actor = {
    ...ANYBODY,
    face: 'staff',
    account: account.id,
    person: account.link?.person ?? null,
    name: account.name,
  };
  const isHeld = account.needs.length > 0;
  const adminPost = account.link?.adminPost;
  if (adminPost) {
    const area = adminPost === 'audit_admin' && !isHeld ? EVERY_AREA : NO_AREA;
    return { ...known, post: adminPost, area, verbs: isHeld ? {} : verbsOf(null, adminPost) };
  }
  if (!post) return known;
  return {
    ...known,
    appointment: post.appointment,
    post: post.post,
    organisation: post.organisation,
    rootOrganisation: post.rootOrganisation,
    organisationKind: post.organisationKind,
    area: isHeld ? NO_AREA : areaOfPost(post),
    verbs: isHeld ? {} : verbsOf(post.organisationKind, post.post),
  };
}

function areaOfPost(post: PostHeld): AreaRange {
  if (post.area === null || WITHOUT_AREA.has(post.organisationKind.toUpperCase())) return NO_AREA;
  return areaRange(post.area);
}

/** A resident signed in by telephone: sees and does his own. */
export function actorOfResident(account: AccountOf): Actor {
  return {
    ...ANYBODY,
    face: 'self',
    account: account.id,
    person: account.link?.person ?? null,
    name: account.name,
  };
}
