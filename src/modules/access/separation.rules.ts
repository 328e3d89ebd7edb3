import type { Actor } from '#kernel/pure/actor.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { Verb } from './capabilities.rules.ts';

export type Separation = {
  readonly first: Verb;
  readonly second: Verb;
  /** Another actor, or another actor of another root organisation. */
  readonly apart: 'actor' | 'organisation';
};

/** Two signatures on one record that one hand may never give. The row where the second signs has a CHECK that says the same. */
export const SEPARATIONS: readonly Separation[] = [
  { first: 'matter.finish', second: 'matter.check', apart: 'organisation' },
  { first: 'matter.accept', second: 'matter.check', apart: 'organisation' },
  { first: 'matter.take', second: 'matter.check', apart: 'organisation' },
  { first: 'matter.finish', second: 'matter.call', apart: 'organisation' },
  { first: 'matter.finish', second: 'matter.unsolved.approve', apart: 'organisation' },
  { first: 'matter.suspend.propose', second: 'matter.suspend.approve', apart: 'actor' },
  { first: 'matter.extend.propose', second: 'matter.extend.approve', apart: 'actor' },
];

/** Verbs that no single post may hold together: who sets the rules, who lets people in, who audits both. */
export const EXCLUSIVE: readonly (readonly Verb[])[] = [
  ['settings.manage', 'rules.manage', 'rollout.manage'],
  ['accounts.manage', 'sessions.revoke'],
  ['audit.read'],
  ['matter.read'],
];

/** Who signed first, as the row keeps it. */
export type Signer = { readonly account: string; readonly rootOrganisation: string };

/** Why an actor may not sign second after somebody, or null. */
export function refusalToSignAfter(
  first: Verb,
  signer: Signer,
  second: Verb,
  actor: Actor,
): Refusal<'same_person' | 'same_organisation'> | null {
  const rule = SEPARATIONS.find((one) => one.first === first && one.second === second);
  if (!rule) return null;
  if (actor.account === null || actor.account === signer.account) return refuse('same_person');
  if (rule.apart === 'actor') return null;
  const isApart =
    actor.rootOrganisation !== null && actor.rootOrganisation !== signer.rootOrganisation;
  return isApart ? null : refuse('same_organisation');
}
