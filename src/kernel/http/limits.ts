import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError } from '#kernel/pure/errors.ts';

const MEGABYTE = 1024 * 1024;
/** Four files of 15 MB and what they are wrapped in. */
const MAX_FORM = 64;
const MAX_OTHER = 1;

function tooLarge(megabytes: number): never {
  throw new AppError('too_large', 'body_too_large', { facts: { megabytes } });
}

/** 64 MB where files come along, 1 MB otherwise; a body of unknown length is counted while it arrives. */
export function limitBodies(): MiddlewareHandler {
  const counted = (megabytes: number) =>
    bodyLimit({ maxSize: megabytes * MEGABYTE, onError: () => tooLarge(megabytes) });
  const [form, other] = [counted(MAX_FORM), counted(MAX_OTHER)];
  return async (c, next) => {
    const isForm = c.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
    const megabytes = isForm ? MAX_FORM : MAX_OTHER;
    if (Number(c.req.header('content-length') ?? 0) > megabytes * MEGABYTE) tooLarge(megabytes);
    if (c.req.header('transfer-encoding') !== undefined) return (isForm ? form : other)(c, next);
    await next();
  };
}

const READS = new Set(['GET', 'HEAD']);

export type TimeLimits = {
  readonly readMs: number;
  /** Longer: a photo may take minutes to arrive. */
  readonly writeMs: number;
};

/** Answers 503 once a request has taken this long; its database work ends by itself. */
export function limitTime({ readMs, writeMs }: TimeLimits): MiddlewareHandler {
  return async (c, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const tooLate = () => reject(new AppError('unavailable', 'took_too_long'));
      timer = setTimeout(tooLate, READS.has(c.req.method) ? readMs : writeMs);
      timer.unref();
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
