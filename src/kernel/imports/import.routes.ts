import { type ApiRoute, defineRoute } from '#kernel/http/route.ts';
import type { importEndpoint } from './imports.contract.ts';
import { type ImportKind, startImport } from './start-import.ts';

type Kind = ImportKind & { readonly endpoint: ReturnType<typeof importEndpoint> };

/** The route by which files of a kind come in. */
export function importRoute(kind: Kind): ApiRoute {
  return defineRoute(kind.endpoint, {
    face: 'staff',
    capability: kind.verb,
    sample: () => ({ body: { dryRun: true } }),
    handle: async ({ world, actor, body, uploads }) => ({
      job: await startImport(world, actor, kind, uploads, body.dryRun),
    }),
  });
}
