import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from './refusal.ts';
import { lifeCycle } from './transitions.ts';

const door = lifeCycle({
  states: ['open', 'shut', 'locked', 'gone'],
  initial: 'open',
  final: ['gone'],
  table: [
    { from: 'open', verb: 'shut', to: 'shut', capability: 'door.use', needs: [] },
    { from: 'shut', verb: 'open', to: 'open', capability: 'door.use', needs: [] },
    { from: 'shut', verb: 'lock', to: 'locked', capability: 'door.lock', needs: ['key'] },
    { from: 'locked', verb: 'force', to: 'shut', capability: 'door.force', needs: ['reason'] },
    { from: 'locked', verb: 'force', to: 'gone', capability: 'door.force', needs: ['reason'] },
    { from: 'open', verb: 'remove', to: 'gone', capability: 'door.remove', needs: [] },
  ],
});

describe('a life cycle', () => {
  it('answers with the move, its capability and its needs', () => {
    expect(door.next('shut', 'lock')).toMatchObject({
      to: 'locked',
      capability: 'door.lock',
      needs: ['key'],
    });
    expect(door.verbsFrom('shut')).toEqual(['open', 'lock']);
    expect(door.isFinal('gone')).toBe(true);
    expect(door.isFinal('open')).toBe(false);
  });

  it('refuses a move that is not in the table', () => {
    expect(door.next('open', 'lock')).toEqual({
      refused: 'no_such_move',
      facts: { state: 'open', verb: 'lock' },
    });
  });

  it('asks which is meant where a verb leads to several states', () => {
    expect(door.next('locked', 'force')).toMatchObject({ refused: 'move_is_ambiguous' });
    expect(door.next('locked', 'force', 'gone')).toMatchObject({ to: 'gone' });
    expect(door.next('locked', 'force', 'open')).toMatchObject({ refused: 'no_such_move' });
    expect(door.verbsFrom('locked')).toEqual(['force']);
  });

  it('never leaves the declared states, whatever is tried', () => {
    const verbs = door.table.map((m) => m.verb);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs)), (tries) => {
        let state: (typeof door.states)[number] = door.initial;
        for (const verb of tries) {
          const move = door.next(state, verb);
          if (!isRefusal(move)) state = move.to;
          expect(door.states).toContain(state);
        }
      }),
    );
  });

  it('draws itself', () => {
    expect(door.mermaid()).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> open',
        '  open --> shut: shut',
        '  shut --> open: open',
        '  shut --> locked: lock',
        '  locked --> shut: force',
        '  locked --> gone: force',
        '  open --> gone: remove',
        '  gone --> [*]',
      ].join('\n'),
    );
  });
});

describe('faults of a table', () => {
  it('a sound one has none', () => {
    expect(door.faults()).toEqual([]);
  });

  it('each kind is found', () => {
    const states: string[] = ['a', 'b', 'c', 'end'];
    const move = (from: string, verb: string, to: string) => ({
      from,
      verb,
      to,
      capability: 'x',
      needs: [],
    });
    const sick = lifeCycle({
      states,
      initial: 'a',
      final: ['end'],
      table: [
        move('a', 'go', 'b'),
        move('a', 'go', 'b'),
        move('a', 'stop', 'end'),
        move('end', 'back', 'z'),
      ],
    });
    expect(sick.faults()).toEqual([
      'undeclared state z',
      'written twice: a go b',
      'unreachable state c',
      'no way to an end from b',
      'no way to an end from c',
      'final state end has a move',
    ]);
  });
});
