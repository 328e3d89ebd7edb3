export { type Access, type AccessOptions, accessOf, openAccess } from './access.ts';
export type { AccountLink, AdminPost, Need } from './accounts/account.types.ts';
export type { SendCode } from './accounts/auth.ts';
export { type CreatedAccount, createAccount, createFirstAdmin } from './accounts/create-account.ts';
export { mountAuth } from './accounts/mount-auth.ts';
export { maskTelephone, parseTelephone } from './accounts/telephone.rules.ts';
export type { PostHeld, PostsOf } from './actors/post.types.ts';
export type { SignedIn } from './actors/session.types.ts';
export { sessionView } from './actors/session-view.rules.ts';
export {
  createDemoAccounts,
  type DemoAccount,
  type DemoAccountWanted,
  listDemoAccounts,
} from './demo/demo-accounts.ts';
export { makeLink, readLink } from './links/signed-link.ts';
