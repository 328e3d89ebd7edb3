import { AppError } from '#kernel/pure/errors.ts';

type PgError = Error & { code: string; constraint?: string };

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
const CHECK = '23514';
const EXCLUSION = '23P01';
const ROW_SECURITY = '42501';
/** Text that PostgreSQL can't hold: a NUL character, half a surrogate pair. */
const UNREADABLE_TEXT = new Set(['22021', '22P05']);
/** The server is not there, is going, is coming, or takes no more connections. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
]);
const TRANSIENT = new Set(['40P01', '40001']);

function isPgError(error: unknown): error is PgError {
  return error instanceof Error && typeof (error as Partial<PgError>).code === 'string';
}

/** The transaction had failed already: the statement itself was not even tried. */
export function isAborted(error: unknown): boolean {
  return isPgError(error) && error.code === '25P02';
}

export function isTransient(error: unknown): boolean {
  return isPgError(error) && TRANSIENT.has(error.code);
}

/** The constraint a statement broke, without the shard suffix that Citus adds; read from the message where the field is empty. */
export function constraintOf(error: unknown): string | undefined {
  if (!isPgError(error)) return undefined;
  const name = error.constraint || /constraint "([^"]+)"/.exec(error.message)?.[1];
  return name?.replace(/_\d{6,}$/, '');
}

/**
 * PostgreSQL's refusals as the application's: a broken constraint is a conflict or a refusal named after it,
 * a row outside the scope does not exist. Anything else is a bug and passes through unchanged.
 */
export function toAppError(error: unknown): unknown {
  if (isUnreachable(error)) return new AppError('unavailable', 'database', { cause: error });
  if (!isPgError(error)) return error;
  const constraint = constraintOf(error) ?? '';
  if (error.code === UNIQUE || error.code === EXCLUSION)
    return new AppError('conflict', constraint, { cause: error });
  if (error.code === CHECK || error.code === FOREIGN_KEY)
    return new AppError('refused', constraint, { cause: error });
  if (UNREADABLE_TEXT.has(error.code))
    return new AppError('invalid', 'unreadable_text', { cause: error });
  if (error.code === ROW_SECURITY && error.message.includes('row-level security')) {
    return new AppError('not_found', 'outside_scope', { cause: error });
  }
  return error;
}

/** Where the connection breaks in the middle, pg says so in words only. */
function isUnreachable(error: unknown): boolean {
  if (isPgError(error)) return UNREACHABLE.has(error.code);
  return error instanceof Error && error.message.startsWith('Connection terminated');
}
