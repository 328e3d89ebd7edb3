import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyCounts, type Count, changed, changedFor } from '#kernel/counters/counters.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { areaRange, NO_AREA } from '#kernel/pure/area.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Live, openLive } from './live.ts';

let base: TestDatabase;
let live: Live;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterEach(() => live.close());
afterAll(() => base.drop());

const community = '320105001001';

function open(options = {}) {
  live = openLive(aWorld(base.database), { pollMs: 30, ...options });
}

function listen(area: string, topics = ['matters'], organisation: string | null = null) {
  const range = area === '' ? NO_AREA : areaRange(area);
  const control = new AbortController();
  const request = new Request('http://localhost/live', { signal: control.signal });
  const response = live.liveStream(request, { topics, range, organisation });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async () => Buffer.from((await reader.read()).value ?? []).toString();
  return { response, next, control, reader };
}

const apply = (count: Count) =>
  base.database.withScope(systemScope, (tx) => applyCounts(tx, aWorld(base.database), [count]));
const change = (topic: string, area: string) => apply(changed(topic, area));

/** Past the greeting and the first notice, which every stream gets. */
async function settled(area: string, topics?: string[], organisation?: string) {
  const stream = listen(area, topics, organisation);
  expect(await stream.next()).toBe('retry: 3000\n\n');
  expect(await stream.next()).toMatch(/^data: /);
  await delay(80);
  return stream;
}

describe('a live page', () => {
  it('hears of its own topics in its own area', async () => {
    open();
    const mine = await settled('320105001000', ['matters', 'tasks']);
    const other = await settled('320105002000');
    expect(mine.response.headers.get('content-type')).toMatch('text/event-stream');
    await change('notices', community);
    await change('matters', community);
    await change('tasks', community);
    const heard = await mine.next();
    expect(heard).toMatch(/^data: \{"topics":\["(matters|tasks)"/);
    expect(heard).not.toMatch('notices');
    await change('matters', '320105002001');
    expect(await other.next()).toBe('data: {"topics":["matters"]}\n\n');
  });

  it('of a body without an area hears of what is shared with it, and of nothing else', async () => {
    open();
    const [works, water] = ['019aa000-0000-7000-8000-0000000000a1', 'water'];
    const department = await settled('', ['matters', 'tasks'], works);
    await change('matters', community);
    await apply(changedFor('matters', water));
    await apply(changedFor('notices', works));
    await delay(80);
    await apply(changedFor('matters', works));
    expect(await department.next()).toBe('data: {"topics":["matters"]}\n\n');
  });

  it('that reads slowly holds up nobody and gets all at once later', async () => {
    open();
    const slow = listen('320105000000', ['a', 'b', 'c', 'd', 'e', 'f']);
    const quick = await settled('320105000000', ['f']);
    for (const topic of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await change(topic, community);
      await delay(70);
    }
    expect(await quick.next()).toBe('data: {"topics":["f"]}\n\n');
    let text = '';
    for (let read = 0; read < 5; read += 1) text += await slow.next();
    for (const topic of ['a', 'b', 'c', 'd', 'e', 'f']) expect(text).toContain(`"${topic}"`);
  });

  it('is forgotten when it leaves, by closing or by breaking off', async () => {
    open();
    const first = listen(community);
    const second = listen(community);
    expect(live.count()).toBe(2);
    first.control.abort();
    await second.reader.cancel();
    expect(live.count()).toBe(0);
  });

  it('is kept awake by a heartbeat, and refused when there are too many', async () => {
    open({ heartbeatMs: 60, maxStreams: 1 });
    const stream = await settled(community);
    expect(() => listen(community)).toThrow(/too_many_streams/);
    expect(await stream.next()).toBe(': still here\n\n');
  });
});
