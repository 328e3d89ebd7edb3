// The code on a stairwell's wall: six signs that survive bad light, handwriting and a telephone line, the last one a check.
import { toHalfWidth, withoutSeparators } from '#kernel/pure/plain-text.ts';
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';

// 31 signs, without those that look alike (0 O, 1 I L). 31 is prime, so the check finds every wrong sign and every swap.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const BODY = 5;

export type StairwellCodeRefusal = Refusal<'stairwell_code_length' | 'stairwell_code_mistyped'>;

function check(body: string): string {
  const sum = [...body].reduce((total, sign, n) => total + (n + 1) * SIGNS.indexOf(sign), 0);
  return SIGNS.charAt(sum % SIGNS.length);
}

/** One of 28 million codes; the unique index decides whether it is free. */
export function makeStairwellCode(random: (below: number) => number): string {
  let body = '';
  for (let n = 0; n < BODY; n += 1) body += SIGNS.charAt(random(SIGNS.length));
  return body + check(body);
}

/** Reads a code as typed: small letters, spaces and dashes forgiven. */
export function parseStairwellCode(given: string): string | StairwellCodeRefusal {
  const code = withoutSeparators(toHalfWidth(given)).toUpperCase();
  if (code.length !== BODY + 1) return refuse('stairwell_code_length', { signs: code.length });
  const known = [...code].every((sign) => SIGNS.includes(sign));
  if (!known || check(code.slice(0, BODY)) !== code.charAt(BODY))
    return refuse('stairwell_code_mistyped');
  return code;
}
