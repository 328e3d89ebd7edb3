import { toHalfWidth } from './plain-text.ts';
import { type Refusal, refuse } from './refusal.ts';

declare const fen: unique symbol;
/** An amount of money in whole fen (1/100 yuan); never a fraction. */
export type Fen = number & { readonly [fen]: true };

export type MoneyRefusal = Refusal<
  'money_empty' | 'money_unreadable' | 'money_below_fen' | 'money_too_large'
>;

// A thousand billion yuan: beyond any district's budget, far inside what an integer holds exactly.
const MAX_YUAN_DIGITS = 12;

/** Fen from our own code or column; a fraction or an unsafe number is a bug (RangeError). */
export function fenOf(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole fen: ${amount}`);
  return amount as Fen;
}

const WRITTEN = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/;

/** Reads yuan as people and files write them: '1234.5', '1,234.50', '￥1,234.50', '1234.50元'. Digit by digit, no floats. */
export function parseYuan(given: string): Fen | MoneyRefusal {
  const text = toHalfWidth(given)
    .replace(/[¥￥\s元]/g, '')
    .replace(/，/g, ',');
  if (text === '') return refuse('money_empty');
  const match = WRITTEN.exec(text);
  if (!match) return refuse('money_unreadable', { given });
  const whole = (match[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > 2) return refuse('money_below_fen', { given });
  if (whole.length > MAX_YUAN_DIGITS) return refuse('money_too_large', { given });
  const amount = Number(`${whole}${fraction.padEnd(2, '0')}`);
  return fenOf(match[1] && amount !== 0 ? -amount : amount);
}

/** '1,234.50' */
export function formatYuan(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fenOf(total);
}
