import type { Refusal } from './refusal.ts';

export type ErrorCode =
  | 'not_found'
  | 'unauthenticated'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'refused'
  | 'too_large'
  | 'rate_limited'
  | 'gone'
  | 'unavailable';

/** One thing wrong with one field; `field` is the form name, `code` a key of a message catalogue. */
export type FieldFault = { readonly field: string; readonly code: string };

/**
 * A failure the caller can do something about. It knows nothing of HTTP: `kernel/http/problem.ts`
 * holds the one map from code to status.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldFault[];

  constructor(
    code: ErrorCode,
    reason: string,
    more: {
      facts?: Readonly<Record<string, string | number>>;
      fields?: readonly FieldFault[];
      cause?: unknown;
    } = {},
  ) {
    super(`${code}: ${reason}`, { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.reason = reason;
    this.facts = more.facts ?? {};
    this.fields = more.fields ?? [];
  }
}

/** Also for what the actor may not see: its existence is not told. */
export const notFound = (what = 'not_found') => new AppError('not_found', what);
export const unauthenticated = () => new AppError('unauthenticated', 'sign_in');
export const forbidden = (verb: string) =>
  new AppError('forbidden', 'forbidden', { facts: { verb } });
/** Somebody else was first: the state read is no longer the state stored. */
export const conflict = (reason = 'changed_meanwhile') => new AppError('conflict', reason);
export const invalid = (fields: readonly FieldFault[]) =>
  new AppError('invalid', 'fields', { fields });
export const refusedBy = (refusal: Refusal) =>
  new AppError('refused', refusal.refused, refusal.facts ? { facts: refusal.facts } : {});
