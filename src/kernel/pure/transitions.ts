import { type Refusal, refuse } from './refusal.ts';

/** One row of a life cycle: in `from`, who has `capability` may `verb`, giving `needs`, and it is `to`. */
export type Move<S extends string, V extends string, C extends string, N extends string> = {
  readonly from: S;
  readonly verb: V;
  readonly to: S;
  readonly capability: C;
  /** What must be given or true: 'reason', 'another_person', … The use case checks each by name. */
  readonly needs: readonly N[];
};

export type MoveRefusal = Refusal<'no_such_move' | 'move_is_ambiguous'>;

export type LifeCycle<S extends string, V extends string, C extends string, N extends string> = {
  readonly states: readonly S[];
  readonly initial: S;
  readonly table: readonly Move<S, V, C, N>[];
  /** The one move; where a verb may lead to several states, `to` says which is meant. */
  readonly next: (state: S, verb: V, to?: S) => Move<S, V, C, N> | MoveRefusal;
  readonly movesFrom: (state: S) => readonly Move<S, V, C, N>[];
  readonly verbsFrom: (state: S) => readonly V[];
  readonly isFinal: (state: S) => boolean;
  readonly mermaid: () => string;
  readonly faults: () => readonly string[];
};

/**
 * The one engine of states. A state without a move is final and must be named so: a forgotten row then
 * shows as a fault instead of as a case that is stuck for ever.
 */
export function lifeCycle<
  const S extends string,
  const V extends string,
  const C extends string,
  const N extends string = never,
>(spec: {
  readonly states: readonly S[];
  readonly initial: NoInfer<S>;
  readonly final: readonly NoInfer<S>[];
  readonly table: readonly Move<NoInfer<S>, V, C, N>[];
}): LifeCycle<S, V, C, N> {
  const { states, initial, final, table } = spec;
  const movesFrom = (state: S) => table.filter((move) => move.from === state);
  const next = (state: S, verb: V, to?: S): Move<S, V, C, N> | MoveRefusal => {
    const moves = movesFrom(state).filter(
      (m) => m.verb === verb && (to === undefined || m.to === to),
    );
    if (moves.length > 1) return refuse('move_is_ambiguous', { state, verb });
    return moves[0] ?? refuse('no_such_move', { state, verb });
  };
  return {
    states,
    initial,
    table,
    next,
    movesFrom,
    verbsFrom: (state) => [...new Set(movesFrom(state).map((move) => move.verb))],
    isFinal: (state) => final.includes(state),
    mermaid: () => draw(initial, final, table),
    faults: () => faultsOf(states, initial, final, table),
  };
}

type AnyMove = Move<string, string, string, string>;

/** A Mermaid state diagram; moves between the same two states share an arrow. */
function draw(initial: string, final: readonly string[], table: readonly AnyMove[]): string {
  const arrows = new Map<string, string[]>();
  for (const { from, verb, to } of table) {
    const key = `${from} --> ${to}`;
    arrows.set(key, [...(arrows.get(key) ?? []), verb]);
  }
  return [
    'stateDiagram-v2',
    `  [*] --> ${initial}`,
    ...[...arrows].map(([key, verbs]) => `  ${key}: ${verbs.join(', ')}`),
    ...final.map((state) => `  ${state} --> [*]`),
  ].join('\n');
}

/** States reached by following the moves, start included. */
function reach(
  start: readonly string[],
  edges: readonly (readonly [string, string])[],
): Set<string> {
  const seen = new Set(start);
  for (const state of seen) {
    for (const [from, to] of edges) if (from === state) seen.add(to);
  }
  return seen;
}

/** What is wrong with a table, as sentences; none means: no undeclared move, none stuck, all reachable. */
function faultsOf(
  states: readonly string[],
  initial: string,
  final: readonly string[],
  table: readonly AnyMove[],
): string[] {
  const declared = new Set(states);
  const forward = table.map((m) => [m.from, m.to] as const);
  const reachable = reach([initial], forward);
  const ending = reach(
    final,
    forward.map(([from, to]) => [to, from] as const),
  );
  const named = [initial, ...final, ...forward.flat()];
  const keys = table.map((m) => `${m.from} ${m.verb} ${m.to}`);
  return [
    ...named.filter((s) => !declared.has(s)).map((s) => `undeclared state ${s}`),
    ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `written twice: ${key}`),
    ...states.filter((s) => !reachable.has(s)).map((s) => `unreachable state ${s}`),
    ...states.filter((s) => !ending.has(s)).map((s) => `no way to an end from ${s}`),
    ...final
      .filter((s) => table.some((m) => m.from === s))
      .map((s) => `final state ${s} has a move`),
  ];
}
