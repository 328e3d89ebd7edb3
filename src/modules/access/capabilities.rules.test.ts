import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANYBODY } from '#kernel/pure/actor.ts';
import { postMessages } from './actors/post.messages.ts';
import { CAPABILITIES, listCapabilities, VERBS, type Verb, verbsOf } from './capabilities.rules.ts';
import { EXCLUSIVE, refusalToSignAfter, SEPARATIONS } from './separation.rules.ts';

/** The README's list: posts of one organisation kind that may do the same share a line. */
function matrixLines(): string[] {
  const posts = new Map<string, string[]>();
  for (const { kind, post, grant } of listCapabilities()) {
    const by = (['own', 'area', 'district'] as const)
      .map((reach) => [reach, VERBS.filter((verb) => grant[verb] === reach).join(' ')])
      .filter(([, verbs]) => verbs !== '')
      .map(([reach, verbs]) => `(${reach}) ${verbs}`);
    const key = `${kind}\n${by.join('; ')}`;
    posts.set(key, [...(posts.get(key) ?? []), post]);
  }
  return [...posts].map(([key, names]) => {
    const [kind, verbs] = key.split('\n');
    return `- **${kind}** ${names.join(', ')}: ${verbs}`;
  });
}

describe('capabilities', () => {
  test('the README shows the table as it is', () => {
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    const shown = readme.split('\n').filter((line) => line.startsWith('- **'));
    expect(shown).toEqual(matrixLines());
  });

  test('every verb is held by some post, and every post has a name', () => {
    const rows = listCapabilities();
    const held = new Set(rows.flatMap(({ grant }) => Object.keys(grant)));
    expect(VERBS.filter((verb) => !held.has(verb))).toEqual([]);
    expect(rows.filter(({ post }) => !(post in postMessages.zh))).toEqual([]);
  });

  test('no post holds verbs of two exclusive groups, save one: reading matters beside none of the others', () => {
    const crossed = listCapabilities().filter(({ grant }) => {
      const groups = EXCLUSIVE.filter((verbs) => verbs.some((verb) => verb in grant));
      return groups.length > 1;
    });
    expect(crossed).toEqual([]);
  });

  test('administrators see no matter, no person and no figure', () => {
    const forbidden: Verb[] = ['matter.read', 'matter.export', 'person.find', 'dashboard.read'];
    for (const post of ['system_admin', 'security_admin', 'audit_admin']) {
      expect(forbidden.filter((verb) => verb in verbsOf(null, post))).toEqual([]);
    }
  });

  test('the station executes and never checks; the Party committee reads and never executes', () => {
    const station = ['SERVICE_STATION', 'STATION_GROUP'];
    for (const kind of station) {
      for (const grant of Object.values(CAPABILITIES[kind] ?? {})) {
        expect(grant).toHaveProperty(['matter.finish']);
        expect(grant).not.toHaveProperty(['matter.check']);
        expect(grant).not.toHaveProperty(['matter.unsolved.approve']);
      }
    }
    for (const grant of Object.values(CAPABILITIES['PARTY_COMMITTEE'] ?? {})) {
      expect(grant).toHaveProperty(['matter.read']);
      expect(grant).not.toHaveProperty(['matter.finish']);
    }
  });

  test('a department holds nothing by area, and an unknown post nothing at all', () => {
    for (const grant of Object.values(CAPABILITIES['DEPARTMENT'] ?? {})) {
      expect(Object.values(grant)).not.toContain('area');
    }
    expect(verbsOf('SERVICE_STATION', 'cook')).toEqual({});
    expect(verbsOf(null, 'clerk')).toEqual({});
  });
});

describe('separation', () => {
  const handler = { account: 'a', rootOrganisation: 'station' };
  const actor = (account: string, rootOrganisation: string | null) => ({
    ...ANYBODY,
    account,
    rootOrganisation,
  });

  test.each([
    ['a', 'committee', 'same_person'],
    ['b', 'station', 'same_organisation'],
    ['b', null, 'same_organisation'],
    ['b', 'committee', null],
  ] as const)('%s of %s checks what a of station finished: %s', (account, root, refused) => {
    const refusal = refusalToSignAfter(
      'matter.finish',
      handler,
      'matter.check',
      actor(account, root),
    );
    expect(refusal?.refused ?? null).toBe(refused);
  });

  test('a suspension needs another person, who may be of the same office', () => {
    const approve = (account: string) =>
      refusalToSignAfter(
        'matter.suspend.propose',
        handler,
        'matter.suspend.approve',
        actor(account, 'station'),
      );
    expect(approve('a')?.refused).toBe('same_person');
    expect(approve('b')).toBeNull();
  });

  test('every pair names verbs of the table', () => {
    const verbs: readonly string[] = VERBS;
    expect(
      SEPARATIONS.every(({ first, second }) => verbs.includes(first) && verbs.includes(second)),
    ).toBe(true);
  });
});
