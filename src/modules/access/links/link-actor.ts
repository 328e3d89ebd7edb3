import { type Actor, ANYBODY, type Reach } from '#kernel/pure/actor.ts';
import type { World } from '#kernel/world.ts';
import { type LinkPurpose, readLink } from './signed-link.ts';

/** Carries a link's token on calls of the API; pages carry it in their path, or in the cookie below. */
export const LINK_HEADER = 'x-linli-link';
export const LINK_COOKIE = 'linli.link';

/** What a link lets its holder do with the one subject it opens. */
const VERBS: Readonly<Record<LinkPurpose, Readonly<Record<string, Reach>>>> = {
  task: {
    'matter.read': 'own',
    'matter.accept': 'own',
    'matter.return': 'own',
    'matter.finish': 'own',
  },
  track: { 'matter.read': 'own' },
};

/** The holder of a valid link: acts for its organisation, on its one subject. Null where the link opens nothing. */
export function linkActor(world: World, token: string): Actor | null {
  const link = readLink(world.secrets, token, world.clock.now());
  if (!link) return null;
  return {
    ...ANYBODY,
    face: 'link',
    organisation: link.organisation,
    rootOrganisation: link.organisation,
    verbs: VERBS[link.purpose],
    subject: link.subject,
  };
}

const COOKIE = new RegExp(`(?:^|;\\s*)${LINK_COOKIE.replace('.', '\\.')}=([^;]+)`);

/** The token a request carries in its header or cookie. */
export function linkTokenIn(headers: Headers): string | undefined {
  return headers.get(LINK_HEADER) ?? COOKIE.exec(headers.get('cookie') ?? '')?.[1];
}
