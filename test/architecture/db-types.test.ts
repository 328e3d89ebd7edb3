import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateTypes, presentTypes } from '../../scripts/db-types.ts';
import { openTestDatabase, type TestDatabase } from '../database.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await openTestDatabase();
});

afterAll(() => test.drop());

it('db/types.ts is what the migrations make (npm run types)', async () => {
  expect(await generateTypes(test.urls.owner)).toBe(presentTypes());
});
