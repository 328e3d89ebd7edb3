import { scopeOf } from '#kernel/db/scope.ts';
import type { Upload } from '#kernel/http/uploads.ts';
import { startLongJob } from '#kernel/jobs/progress.ts';
import { type Actor, may } from '#kernel/pure/actor.ts';
import type { Endpoint } from '#kernel/pure/endpoint.ts';
import { forbidden, invalid } from '#kernel/pure/errors.ts';
import type { TableSource } from '#kernel/tabular/tabular.ts';
import type { World } from '#kernel/world.ts';

/** One kind of files that come in through the workbench. */
export type ImportKind = {
  readonly endpoint: Endpoint;
  /** Also the name of the job that works it off. */
  readonly job: string;
  readonly verb: string;
  /** The fields its files come in; one is enough. */
  readonly files: readonly string[];
};

/** What the job finds: which files, brought by whom in which post. */
export type ImportInput = {
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly name: string }>>;
  readonly dryRun: boolean;
  readonly actor: Actor;
};

/**
 * Keeps the files and begins their import as long work. Returns its id. Throws forbidden without the capability, and
 * invalid where no file came along. The files go some time after the work has ended: see `sweepImports`.
 */
export async function startImport(
  world: World,
  actor: Actor,
  kind: ImportKind,
  uploads: readonly Pick<Upload, 'field' | 'name' | 'bytes'>[],
  dryRun: boolean,
): Promise<string> {
  if (!may(actor, kind.verb)) throw forbidden(kind.verb);
  const wanted = uploads.filter(({ field }) => kind.files.includes(field));
  if (wanted.length === 0) throw invalid([{ field: kind.files[0] ?? 'file', code: 'required' }]);
  const files: Record<string, { sha256: string; name: string }> = {};
  for (const { field, name, bytes } of wanted)
    files[field] = { sha256: await world.files.put(bytes), name };
  // What the post may do decides; whose name it is stands in the journal by the account.
  const input: ImportInput = { files, dryRun, actor: { ...actor, name: '', person: null } };
  const area = actor.area.lo.padEnd(12, '0').slice(0, 12);
  return world.database.withScope(scopeOf(actor), (tx) =>
    startLongJob(tx, world, actor, { kind: kind.job, area, input }),
  );
}

/** The files of an import, by field. */
export async function sourcesOf(
  world: World,
  { files }: ImportInput,
): Promise<Record<string, TableSource>> {
  const sources: Record<string, TableSource> = {};
  for (const [field, { sha256, name }] of Object.entries(files))
    sources[field] = { name, bytes: await world.files.get(sha256) };
  return sources;
}
