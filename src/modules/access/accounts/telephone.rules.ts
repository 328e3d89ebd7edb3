import { withoutSeparators } from '#kernel/pure/plain-text.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';

const MOBILE = /^1[3-9]\d{9}$/;
/** Numbers that cannot exist: the demo's people have these. */
const INVENTED = /^1000000\d{4}$/;

/** A mobile number of mainland China as 11 digits, however it was written. Invented numbers pass only in the demo. */
export function parseTelephone(
  given: string,
  demo: boolean,
): string | Refusal<'telephone_unreadable'> {
  const digits = withoutSeparators(given).replace(/^(\+|00)86/, '');
  if (MOBILE.test(digits) || (demo && INVENTED.test(digits))) return digits;
  return refuse('telephone_unreadable');
}

/** 138****1234: enough for its owner to know it. */
export function maskTelephone(digits: string): string {
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
