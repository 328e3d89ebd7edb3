import { storedLanguage } from './language-store.ts';

export type FieldFault = { readonly field: string; readonly code: string };

/**
 * A problem+json answer (RFC 9457) of our server, or `offline` when no answer came.
 * `code` is its kind ('refused', 'conflict' …), `reason` the precise code that a module has a text for.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldFault[];
  readonly incident: string | null;

  constructor(problem: {
    status: number;
    code: string;
    reason?: string;
    facts?: Readonly<Record<string, string | number>>;
    fields?: readonly FieldFault[];
    incident?: string | null;
    cause?: unknown;
  }) {
    super(`${problem.status} ${problem.code}`, { cause: problem.cause });
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.reason = problem.reason ?? problem.code;
    this.facts = problem.facts ?? {};
    this.fields = problem.fields ?? [];
    this.incident = problem.incident ?? null;
  }
}

/** Anything that turns an unknown answer into a known one: a contract (zod schema), or `asIs`. */
export type Reader<T> = { readonly parse: (value: unknown) => T };

/** Trusts the server's shape. For answers whose contract the page shares only as a type. */
export function asIs<T>(): Reader<T> {
  return { parse: (value) => value as T };
}

const signedOut = new Set<() => void>();

/** Calls back when the server no longer knows who we are; gives the way to stop listening. */
export function onSignedOut(callback: () => void): () => void {
  signedOut.add(callback);
  return () => signedOut.delete(callback);
}

/** A fresh idempotency key. `crypto.randomUUID` is missing where the page is not served over TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function faultsIn(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value.map((one) => {
    const { field, code } = record(one);
    return { field: String(field ?? ''), code: String(code ?? 'invalid') };
  });
}

const codesByStatus: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'gone',
  413: 'too_large',
  422: 'invalid',
  429: 'rate_limited',
  503: 'unavailable',
};
const PROBLEM = 'urn:linli:problem:';

/** Reads an answer that is not 2xx. Never throws: a proxy's HTML page becomes a code by its status. */
export async function problemOf(response: Response): Promise<ApiError> {
  const { type, code, facts, fields, incident } = record(await response.json().catch(() => null));
  const kind =
    typeof type === 'string' && type.startsWith(PROBLEM) ? type.slice(PROBLEM.length) : null;
  return new ApiError({
    status: response.status,
    code: kind ?? codesByStatus[response.status] ?? 'unexpected',
    ...(typeof code === 'string' ? { reason: code } : {}),
    facts: record(facts) as Record<string, string | number>,
    fields: faultsIn(fields),
    incident: typeof incident === 'string' ? incident : null,
  });
}

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * `fetch` for our API, fit for the typed client too (`hc(base, { fetch: apiFetch })`): adds an
 * idempotency key to what changes something, and throws ApiError for whatever is not 2xx.
 */
export async function apiFetch(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Accept-Language', storedLanguage() === 'zh' ? 'zh-CN' : 'en');
  const method = init.method ?? 'GET';
  if (CHANGES.has(method) && !headers.has('Idempotency-Key')) {
    headers.set('Idempotency-Key', newKey());
  }
  const response = await fetch(input, { ...init, headers, credentials: 'same-origin' }).catch(
    (cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw new ApiError({ status: 0, code: 'offline', cause });
    },
  );
  if (response.ok) return response;
  const problem = await problemOf(response);
  // A wrong password is a 401 too, and ends no session.
  const aboutAccount = String(input).startsWith('/api/auth/');
  if (problem.status === 401 && !aboutAccount) for (const tell of signedOut) tell();
  throw problem;
}

async function answerOf<T>(response: Response, reader: Reader<T>): Promise<T> {
  const text = await response.text();
  return reader.parse(text === '' ? null : JSON.parse(text));
}

/** GET of a resource, read by its contract. */
export async function getJson<T>(
  path: string,
  reader: Reader<T>,
  signal?: AbortSignal,
): Promise<T> {
  return answerOf(await apiFetch(path, signal === undefined ? {} : { signal }), reader);
}

/** Sends a change. Give `key` where a repeat must count as the same attempt (a form sent twice). */
export async function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
  reader: Reader<T>,
  key?: string,
): Promise<T> {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (key !== undefined) headers.set('Idempotency-Key', key);
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  return answerOf(await apiFetch(path, { method, headers, ...sent }), reader);
}

export async function postJson<T>(
  path: string,
  body: unknown,
  reader: Reader<T>,
  key?: string,
): Promise<T> {
  return sendJson('POST', path, body, reader, key);
}
