import type { Endpoint, InputOf, OutputOf, Schema } from '#kernel/pure/endpoint.ts';
import { apiFetch } from './api.ts';

// A contract that lacks a part reads as unknown there, so the schema is asked for, not the lack of one.
type Given<Key extends string, S> = [S] extends [Schema]
  ? { readonly [K in Key]: InputOf<S> }
  : unknown;

/** What a call of an endpoint must give, by its contract. */
export type CallOf<E extends Endpoint> = Given<'params', E['params']> &
  Given<'query', E['query']> &
  Given<'body', E['body']> & {
    /** Photos, clips and documents; each goes as a part of its own beside the JSON. */
    readonly files?: readonly { readonly field: string; readonly file: Blob }[];
    /** The same for every try of one attempt; a fresh one where not given. */
    readonly key?: string;
    readonly signal?: AbortSignal;
  };

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly files?: readonly { readonly field: string; readonly file: Blob }[];
  readonly key?: string;
  readonly signal?: AbortSignal;
};

/** An endpoint's address with its parameters and query filled in; absent query values are left out. */
export function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

function bodyOf(parts: Parts, headers: Headers): BodyInit | undefined {
  if (parts.files !== undefined && parts.files.length > 0) {
    const form = new FormData();
    form.set('body', JSON.stringify(parts.body ?? {}));
    for (const { field, file } of parts.files) form.append(field, file);
    return form;
  }
  if (parts.body === undefined) return undefined;
  headers.set('Content-Type', 'application/json');
  return JSON.stringify(parts.body);
}

/** Calls an endpoint of a contract; the answer has the contract's type, a refusal throws ApiError. */
export async function call<E extends Endpoint>(
  endpoint: E,
  given: CallOf<E>,
): Promise<OutputOf<E['reply']>> {
  const parts = given as Parts;
  const headers = new Headers();
  if (parts.key !== undefined) headers.set('Idempotency-Key', parts.key);
  const body = bodyOf(parts, headers);
  const response = await apiFetch(addressOf(endpoint.path, parts.params, parts.query), {
    method: endpoint.method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body }),
    ...(parts.signal === undefined ? {} : { signal: parts.signal }),
  });
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as OutputOf<E['reply']>;
}
