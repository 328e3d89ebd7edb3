import type { World } from '#kernel/world.ts';
import { accessOf } from '../access.ts';

/** What went wrong, as a key of the page's faults. */
export type SignInFault =
  | { readonly fault: 'telephone_unreadable' | 'code_wrong' | 'code_spent' }
  | { readonly fault: 'too_many'; readonly minutes: number };

const SPENT = new Set(['OTP_NOT_FOUND', 'OTP_EXPIRED', 'TOO_MANY_ATTEMPTS']);

/** Sends a code to a number (11 digits); null when it went out. */
export async function sendSignInCode(
  world: World,
  telephone: string,
  headers: Headers,
): Promise<SignInFault | null> {
  const { auth } = accessOf(world);
  const sent = auth.api.sendPhoneNumberOTP({ body: { phoneNumber: telephone }, headers });
  return sent.then(() => null, faultOf);
}

function faultOf(error: unknown): SignInFault {
  const { code, facts } = bodyOf(error);
  if (code === 'TOO_MANY_ATTEMPTS') return { fault: 'too_many', minutes: facts?.minutes ?? 15 };
  if (code === 'INVALID_PHONE_NUMBER') return { fault: 'telephone_unreadable' };
  throw error;
}

/** Exchanges a code for a session; answers the cookies to set. */
export async function verifySignInCode(
  world: World,
  telephone: string,
  code: string,
  headers: Headers,
): Promise<readonly string[] | SignInFault> {
  const { auth } = accessOf(world);
  const body = { phoneNumber: telephone, code };
  // What a hook refuses is thrown; what better-auth refuses by itself is answered.
  const response = await auth.api
    .verifyPhoneNumber({ body, headers, asResponse: true })
    .catch(faultOf);
  if ('fault' in response) return response;
  if (response.ok) return response.headers.getSetCookie();
  const { code: why } = (await response.json()) as Body;
  if (response.status >= 500) throw new Error(`the code could not be checked: ${why}`);
  return { fault: SPENT.has(why ?? '') ? 'code_spent' : 'code_wrong' };
}

/** Ends the present session; answers the cookies that take it away. */
export async function signOut(world: World, headers: Headers): Promise<readonly string[]> {
  const access = accessOf(world);
  const before = await access.signedIn(headers);
  const response = await access.auth.api.signOut({ headers, asResponse: true });
  if (before?.actor.account) access.forget(before.actor.account);
  return response.headers.getSetCookie();
}

type Body = { readonly code?: string; readonly facts?: { readonly minutes?: number } };

function bodyOf(error: unknown): Body {
  return (error as { body?: Body }).body ?? {};
}
