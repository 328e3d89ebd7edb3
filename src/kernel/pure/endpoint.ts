/** Anything zod-like: what a contract needs to say of a schema without importing one. */
export type Schema = { readonly _zod: { readonly output: unknown; readonly input: unknown } };

/**
 * One endpoint of the API as its contract declares it. The server registers it, the browser calls it, and OpenAPI
 * is drawn from it: all three read this one object, so they cannot drift apart.
 */
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** OpenAPI form, e.g. '/api/v1/matters/{number}'. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly reply: Schema;
};

export type OutputOf<S> = S extends Schema ? S['_zod']['output'] : undefined;
export type InputOf<S> = S extends Schema ? S['_zod']['input'] : undefined;

/** Keeps the literal types of a contract's endpoint. */
export function defineEndpoint<const E extends Endpoint>(endpoint: E): E {
  return endpoint;
}
