import { idleSeconds } from '../accounts/session.rules.ts';
import type { PostHeld, Words } from './post.types.ts';
import type { SignedIn } from './session.types.ts';

type PostChoice = { readonly id: string; readonly title: Words; readonly organisation: Words };

/** A session as its own browser may see it. `titleOf` names a post by its key. */
export function sessionView(signedIn: SignedIn | null, titleOf: (post: string) => Words) {
  if (signedIn === null)
    return { actor: null, posts: [], needs: [], idleSeconds: idleSeconds(true) };
  const { actor, posts, isStaff } = signedIn;
  const present = posts.find((post) => post.appointment === actor.appointment);
  return {
    actor: {
      account: actor.account ?? '',
      name: actor.name,
      face: isStaff ? ('staff' as const) : ('self' as const),
      post: presentPost(actor.post, present, titleOf),
      organisation: present?.name ?? null,
      organisationKind: actor.organisationKind,
      area: present?.area ? { code: present.area, name: present.areaName ?? present.area } : null,
      verbs: { ...actor.verbs },
    },
    posts: posts.map((post) => choiceOf(post, titleOf)),
    needs: [...signedIn.needs],
    idleSeconds: idleSeconds(isStaff),
  };
}

function presentPost(
  key: string | null,
  held: PostHeld | undefined,
  titleOf: (post: string) => Words,
): PostChoice | null {
  if (held) return choiceOf(held, titleOf);
  // An administrator of the installation: a post outside every body.
  return key === null ? null : { id: key, title: titleOf(key), organisation: '' };
}

function choiceOf(post: PostHeld, titleOf: (post: string) => Words): PostChoice {
  return { id: post.appointment, title: titleOf(post.post), organisation: post.name };
}
