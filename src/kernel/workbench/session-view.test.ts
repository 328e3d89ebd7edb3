import { describe, expect, it } from 'vitest';
import { readSession } from './session-view.ts';

const posts = [
  { id: 'a', title: { zh: '组员', en: 'Clerk' }, organisation: '沿河站' },
  { appointment: 'b', post: 'secretary', organisation: { name: '沿河党委' } },
];

describe('readSession', () => {
  it('finds the present post among those held', () => {
    const session = readSession({
      actor: { account: 'x', name: '李敏', post: 'b', posts, verbs: { 'matter.read': 'area' } },
    });
    expect(session?.post).toEqual({ id: 'b', title: 'secretary', organisation: '沿河党委' });
    expect([...(session?.verbs ?? [])]).toEqual(['matter.read']);
  });

  it('reads the actor without a wrapping as well', () => {
    const session = readSession({
      account: 'x',
      name: '李敏',
      post: null,
      verbs: ['a'],
      idleSeconds: 60,
    });
    expect(session).toMatchObject({ post: null, posts: [], idleSeconds: 60, needs: [] });
  });

  it('keeps what the account must do first', () => {
    const session = readSession({ actor: { account: 'x', needs: ['password', 'dance'] } });
    expect(session?.needs).toEqual(['password']);
  });

  it.each([
    { actor: { account: 'x', face: 'self' } },
    null,
    {},
    { actor: null },
    { actor: {} },
    'x',
  ])('knows nobody in %j', (value) => {
    expect(readSession(value)).toBeNull();
  });
});
