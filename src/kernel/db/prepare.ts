import type { CompiledQuery } from 'kysely';
import type { Db } from './client.ts';

/** Stands in a statement where a value comes when it is run. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

type Builder<R> = { compile(): CompiledQuery<R> };
type Places<P> = <K extends keyof P & string>(name: K) => P[K];

/**
 * A statement that is built and compiled once in a process, for paths so hot that building it costs more than running
 * it. Its shape must not depend on the values:
 * `prepare<{ code: string }>()((db, at) => db.selectFrom('area').selectAll().where('code', '=', at('code')))`.
 */
export function prepare<P extends object>() {
  return <R>(build: (db: Db, at: Places<P>) => Builder<R>) => {
    let compiled: CompiledQuery<R> | undefined;
    return async (db: Db, values: P): Promise<R[]> => {
      compiled ??= build(db, (name) => new Place(name) as never).compile();
      const parameters = compiled.parameters.map((given) =>
        given instanceof Place ? values[given.name as keyof P] : given,
      );
      const { rows } = await db.executeQuery<R>({ ...compiled, parameters });
      return rows;
    };
  };
}
