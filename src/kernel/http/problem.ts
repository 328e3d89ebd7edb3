import type { ErrorCode } from '#kernel/pure/errors.ts';
import { AppError } from '#kernel/pure/errors.ts';

/** The one map from an error's code to HTTP; a code without a status does not compile. */
export const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  refused: 422,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** Problem details (RFC 9457). `code` and `facts` let a client show the text in its own language. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
  readonly fields?: readonly { readonly field: string; readonly code: string }[];
  readonly incident?: string;
};

export function problemOf(error: unknown, incident: string): Problem {
  if (!(error instanceof AppError)) {
    return {
      type: 'about:blank',
      title: 'internal error',
      status: 500,
      code: 'internal',
      incident,
    };
  }
  return {
    type: `urn:linli:problem:${error.code}`,
    title: error.code.replaceAll('_', ' '),
    status: STATUS[error.code],
    code: error.reason,
    ...(Object.keys(error.facts).length > 0 ? { facts: error.facts } : {}),
    ...(error.fields.length > 0 ? { fields: error.fields } : {}),
  };
}
