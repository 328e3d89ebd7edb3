import { sql } from 'kysely';
import { CHANGED } from '#kernel/counters/counters.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { AreaRange } from '#kernel/pure/area.ts';
import { isWithin } from '#kernel/pure/area.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';

export type Interest = {
  /** Topics as `changed(topic, area)` names them. */
  readonly topics: readonly string[];
  readonly range: AreaRange;
  /** The body whose shared rows count as well, wherever they lie (`changedFor`). */
  readonly organisation: string | null;
};

/** One process's live pages. */
export type Live = {
  /**
   * Server-sent events: `data: {"topics": […]}` whenever one of the topics changed inside the range or for the
   * organisation, at most once a second. Throws `unavailable` beyond 2,000 streams: the page then asks now and then instead.
   */
  liveStream(request: Pick<Request, 'signal'>, interest: Interest): Response;
  /** Streams open now. */
  count(): number;
  close(): void;
};

export type LiveOptions = {
  readonly pollMs?: number;
  readonly maxStreams?: number;
  readonly heartbeatMs?: number;
};

type Subscriber = {
  readonly interest: Interest;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  /** Changed but not yet told: a slow reader gets them together later, nobody waits for it. */
  readonly pending: Set<string>;
  saidAt: number;
};

type Change = { readonly area: string; readonly topic: string };

const encoder = new TextEncoder();
/** A reader that has taken nothing for this long is gone, whatever its connection says. */
const STUCK_MS = 120_000;

/** One question a second to the database, however many pages look on; none while nobody does. */
export function openLive(world: Pick<World, 'database' | 'log'>, options: LiveOptions = {}): Live {
  const { pollMs = 1_000, maxStreams = 2_000, heartbeatMs = 20_000 } = options;
  const subscribers = new Set<Subscriber>();
  let known: Map<string, number> | null = null;
  let asking = false;

  const timer = setInterval(() => void tick(), pollMs);
  timer.unref();

  async function tick(): Promise<void> {
    if (asking) return;
    asking = true;
    if (subscribers.size === 0) known = null;
    else await look();
    asking = false;
    for (const subscriber of subscribers) tell(subscriber);
  }

  async function look(): Promise<void> {
    try {
      const now = await readChanges(world);
      const changes = known === null ? [] : changesBetween(known, now);
      known = now;
      for (const subscriber of subscribers) note(subscriber, changes);
    } catch (error) {
      world.log.warn({ err: error }, 'live pages could not look for changes');
    }
  }

  function tell(subscriber: Subscriber): void {
    const quietFor = performance.now() - subscriber.saidAt;
    if ((subscriber.controller.desiredSize ?? 0) <= 0) {
      if (quietFor > STUCK_MS) leave(subscriber);
      return;
    }
    if (subscriber.pending.size === 0 && quietFor < heartbeatMs) return;
    const text =
      subscriber.pending.size === 0
        ? ': still here\n\n'
        : `data: ${JSON.stringify({ topics: [...subscriber.pending].sort() })}\n\n`;
    subscriber.pending.clear();
    subscriber.saidAt = performance.now();
    subscriber.controller.enqueue(encoder.encode(text));
  }

  function leave(subscriber: Subscriber): void {
    if (!subscribers.delete(subscriber)) return;
    try {
      subscriber.controller.close();
    } catch {
      // Cancelled from the other end: closed already.
    }
  }

  return {
    liveStream(request, interest) {
      if (subscribers.size >= maxStreams) throw new AppError('unavailable', 'too_many_streams');
      let subscriber: Subscriber | undefined;
      const end = () => subscriber && leave(subscriber);
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            // All topics at first: what changed since the page was drawn, or since it was last connected, is unknown.
            const pending = new Set(interest.topics);
            subscriber = { interest, controller, pending, saidAt: performance.now() };
            subscribers.add(subscriber);
            controller.enqueue(encoder.encode('retry: 3000\n\n'));
          },
          cancel: end,
        },
        { highWaterMark: 4 },
      );
      request.signal.addEventListener('abort', end, { once: true });
      if (request.signal.aborted) end();
      return new Response(body, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        },
      });
    },
    count: () => subscribers.size,
    close() {
      clearInterval(timer);
      for (const subscriber of subscribers) leave(subscriber);
    },
  };
}

function note(subscriber: Subscriber, changes: readonly Change[]): void {
  const { topics, range, organisation } = subscriber.interest;
  for (const { area, topic } of changes) {
    const isOurs = area === organisation || isWithin(range, area);
    if (isOurs && topics.includes(topic)) subscriber.pending.add(topic);
  }
}

async function readChanges(world: Pick<World, 'database'>): Promise<Map<string, number>> {
  const rows = await world.database.withReadScope(systemScope, (db) =>
    db
      .selectFrom('counter')
      .select(['area', 'key', sql<number>`sum(count)::bigint`.as('total')])
      .where('name', '=', CHANGED)
      .groupBy(['area', 'key'])
      .execute(),
  );
  return new Map(rows.map(({ area, key, total }) => [`${area} ${key}`, total]));
}

function changesBetween(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): Change[] {
  return [...now]
    .filter(([id, total]) => before.get(id) !== total)
    .map(([id]) => {
      const at = id.indexOf(' ');
      return { area: id.slice(0, at), topic: id.slice(at + 1) };
    });
}
