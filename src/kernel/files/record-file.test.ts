import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicScope, type Scope, systemScope } from '#kernel/db/scope.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type FilePlace, getFile, listFilesOf, recordFile, updateFilesOf } from './record-file.ts';

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.drop());

const stored = {
  kind: 'photo',
  sha256: 'a'.repeat(64),
  mediaType: 'image/jpeg',
  bytes: 10,
  name: 'a.jpg',
  width: 1,
  height: 1,
  scan: 'not_scanned',
} as const;
const area = '320105001001';
const organisation = '01980000-0000-7000-8000-00000000000a';
const scope = (more: Partial<Scope>): Scope => ({ ...publicScope, ...more });
const staff = (lo: string) => scope({ face: 'staff', lo, hi: `${lo}:` });

async function file(as: Scope, place: Partial<FilePlace> = {}) {
  const world = aWorld(base.database);
  const subject = place.subject ?? world.newId();
  const id = await base.database.withScope(as, (tx) =>
    recordFile(tx, world, stored, { area, ...place, subject }),
  );
  const seenBy = async (reader: Scope) =>
    (await base.database.withReadScope(reader, (db) => listFilesOf(db, subject))).length === 1;
  return { id, subject, seenBy };
}

describe('a file', () => {
  it('is seen where its matter is', async () => {
    const { subject, seenBy } = await file(scope({ face: 'self', account: 'me' }), {
      ownerAccount: 'me',
    });
    const department = scope({ face: 'staff', organisation });
    expect(await seenBy(staff('320105001'))).toBe(true);
    expect(await seenBy(staff('320105002'))).toBe(false);
    expect(await seenBy(department)).toBe(false);
    expect(await seenBy(scope({ face: 'self', account: 'me' }))).toBe(true);
    expect(await seenBy(scope({ face: 'self', account: 'other' }))).toBe(false);
    expect(await seenBy(scope({ face: 'link', subject }))).toBe(true);
    expect(await seenBy(scope({ face: 'link', subject: 'other' }))).toBe(false);
    expect(await seenBy(publicScope)).toBe(false);

    await base.database.withScope(staff('320105001'), (tx) =>
      updateFilesOf(tx, subject, { sharedWith: [organisation], isPublished: true }),
    );
    expect(await seenBy(department)).toBe(true);
    expect(await seenBy(publicScope)).toBe(true);
  });

  it('may be sent by anybody, but not published by them or put where they may not be', async () => {
    const { id, seenBy } = await file(publicScope);
    expect(await seenBy(publicScope)).toBe(false);
    const look = base.database.withReadScope(publicScope, (db) => getFile(db, id));
    await expect(look).rejects.toMatchObject({ code: 'not_found' });
    const wrong = { code: 'not_found', reason: 'outside_scope' };
    await expect(file(publicScope, { isPublished: true })).rejects.toMatchObject(wrong);
    await expect(file(publicScope, { ownerAccount: 'me' })).rejects.toMatchObject(wrong);
    await expect(file(staff('320105002'))).rejects.toMatchObject(wrong);
    await expect(file(systemScope, { isPublished: true })).resolves.toBeDefined();
  });

  it('never changes what it is', async () => {
    const { id } = await file(publicScope);
    const change = base.database.withScope(systemScope, (tx) =>
      tx.updateTable('file').set({ sha256: 'b' }).where('id', '=', id).execute(),
    );
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});
