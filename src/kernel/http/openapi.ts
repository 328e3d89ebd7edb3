import { z } from 'zod';
import type { Schema } from '#kernel/pure/endpoint.ts';
import type { ApiRoute, Face } from './route.ts';

type Json = Record<string, unknown>;
type Way = 'input' | 'output';

/** The routes of one module; its name becomes their tag. */
export type TaggedRoutes = { readonly tag: string; readonly routes: readonly ApiRoute[] };

export type OpenApiOptions = {
  readonly title: string;
  readonly version: string;
  readonly serverUrl: string;
};

const PROBLEMS: Readonly<Record<string, string>> = {
  Unauthenticated: 'Nobody is signed in, or no longer',
  Forbidden: 'The post acted in does not have the verb',
  NotFound: 'There is no such thing, or it may not be seen',
  Unfit: 'Fields that are wrong, or a refusal by a rule: `code` says which',
};

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable, for a client's own text. */
    code: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    fields: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
    incident: z.string().optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details (RFC 9457)' });

const SECURITY: Readonly<Record<Face, readonly Json[]>> = {
  public: [],
  self: [{ session: [] }],
  staff: [{ session: [] }],
};

/** The API as OpenAPI 3.1, drawn from the very contracts that the server checks by. */
export function drawOpenApi(modules: readonly TaggedRoutes[], options: OpenApiOptions): Json {
  const schemas = new Components();
  const paths: Record<string, Json> = {};
  for (const { tag, routes } of modules) {
    for (const route of routes) {
      const { path, method } = route.endpoint;
      paths[path] = { ...paths[path], [method]: operationOf(route, tag, schemas) };
    }
  }
  const content = { 'application/problem+json': { schema: schemas.read(problem, 'output') } };
  const responses = Object.entries(PROBLEMS).map(([name, description]) => [
    name,
    { description, content },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: options.title,
      version: options.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: options.serverUrl }],
    tags: modules.filter(({ routes }) => routes.length > 0).map(({ tag }) => ({ name: tag })),
    paths,
    components: {
      schemas: schemas.all(),
      responses: Object.fromEntries(responses),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'linli.session_token' },
      },
    },
  };
}

function operationOf(route: ApiRoute, tag: string, schemas: Components): Json {
  const { endpoint, face, capability } = route;
  const parameters = [
    ...parametersOf(endpoint.params, 'path', schemas),
    ...parametersOf(endpoint.query, 'query', schemas),
  ];
  const content = route.download
    ? { '*/*': { schema: {} } }
    : { 'application/json': { schema: schemas.read(endpoint.reply, 'output') } };
  return {
    operationId: operationIdOf(endpoint.method, endpoint.path),
    summary: endpoint.summary,
    tags: [tag],
    security: SECURITY[face],
    ...(capability === null ? {} : { 'x-capability': capability }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body ? { requestBody: bodyOf(endpoint.body, schemas) } : {}),
    responses: { '200': { description: endpoint.summary, content }, ...problemsOf(route) },
  };
}

function problemsOf({ endpoint, face, capability }: ApiRoute): Json {
  const refer = (name: string) => ({ $ref: `#/components/responses/${name}` });
  return {
    ...(face === 'public' ? {} : { '401': refer('Unauthenticated') }),
    ...(capability === null ? {} : { '403': refer('Forbidden') }),
    '404': refer('NotFound'),
    ...(endpoint.body || endpoint.query ? { '422': refer('Unfit') } : {}),
  };
}

function bodyOf(schema: Schema, schemas: Components): Json {
  return {
    required: true,
    content: { 'application/json': { schema: schemas.read(schema, 'input') } },
  };
}

function parametersOf(schema: Schema | undefined, place: 'path' | 'query', schemas: Components) {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.inline(schema) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: value,
  }));
}

/** 'get /api/v1/areas/{code}/buildings' → 'getAreasByCodeBuildings'. */
function operationIdOf(method: string, path: string): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .replaceAll('{', 'by-')
    .match(/[A-Za-z0-9]+/g);
  return method + (words ?? []).map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
}

const LOCAL = '#/$defs/';

/** Named schemas, each once: as it is read (`input`) and, where that differs, as it is sent. */
class Components {
  readonly #texts = new Map<string, string>();
  readonly #all: Record<string, Json> = {};

  all(): Json {
    return Object.fromEntries(Object.entries(this.#all).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The schema with its named parts moved to the components. */
  read(schema: Schema, way: Way): Json {
    const { $schema: _, $defs = {}, ...rest } = toJson(schema, way);
    const names = this.#place($defs as Record<string, Json>, way);
    return refer(rest, names);
  }

  /** As `read`, but a named outermost schema is opened: parameters are listed one by one. */
  inline(schema: Schema): Json {
    const json = this.read(schema, 'input');
    const name = typeof json['$ref'] === 'string' ? json['$ref'].split('/').at(-1) : undefined;
    return name === undefined ? json : (this.#all[name] ?? {});
  }

  #place(defs: Record<string, Json>, way: Way): Map<string, string> {
    const names = new Map(Object.keys(defs).map((id) => [id, this.#nameOf(id, defs, way)]));
    for (const [id, name] of names) this.#all[name] ??= refer(defs[id] ?? {}, names);
    return names;
  }

  /** The same id means the same text; what is sent and read in two forms gets a second name. */
  #nameOf(id: string, defs: Record<string, Json>, way: Way): string {
    const text = JSON.stringify(reachable(id, defs));
    for (const name of [id, way === 'input' ? `${id}Input` : `${id}Output`]) {
      const known = this.#texts.get(name);
      if (known === undefined) this.#texts.set(name, text);
      if (known === undefined || known === text) return name;
    }
    throw new Error(`two schemas have the id ${id}`);
  }
}

function toJson(schema: Schema, way: Way): Json {
  return z.toJSONSchema(schema as unknown as z.ZodType, {
    io: way,
    unrepresentable: 'any',
    // A client that meets a field it does not know goes on: later versions add some.
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }) as Json;
}

/** A definition with those it leads to: only then is 'the same text' the same schema. */
function reachable(id: string, defs: Record<string, Json>, seen = new Set<string>()): Json {
  if (seen.has(id)) return {};
  seen.add(id);
  const own = defs[id] ?? {};
  const next = [...JSON.stringify(own).matchAll(/"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name);
  const parts = next.map((name) => [name, reachable(name ?? '', defs, seen)]);
  return { own, ...Object.fromEntries(parts) };
}

function refer(json: Json, names: ReadonlyMap<string, string>): Json {
  return JSON.parse(JSON.stringify(json), (key, value) => {
    if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(LOCAL)) return value;
    const id = value.slice(LOCAL.length);
    return `#/components/schemas/${names.get(id) ?? id}`;
  });
}
