import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

const FIRST_WAIT_MS = 1_000;
// Longer would leave a projector stale after a short break; shorter would crowd a server that restarts.
const LONGEST_WAIT_MS = 30_000;

/** How long to wait before the n-th try in a row to reconnect, in milliseconds. */
export function reconnectWait(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 10));
}

/**
 * Listens to server-sent events. EventSource reconnects by itself only after a broken connection;
 * after an error answer (a restart behind a proxy) it gives up, so we open a new one, ever slower.
 * `path` null: not listening.
 */
export function useLive(
  path: string | null,
  onMessage: (message: unknown) => void,
): 'live' | 'waiting' {
  const [state, setState] = useState<'live' | 'waiting'>('live');
  const latest = useRef(onMessage);
  latest.current = onMessage;
  useEffect(() => {
    if (path === null) return;
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let tries = 0;
    const open = () => {
      source = new EventSource(path, { withCredentials: true });
      source.onopen = () => {
        tries = 0;
        setState('live');
      };
      source.onmessage = (event: MessageEvent<string>) => latest.current(JSON.parse(event.data));
      source.onerror = () => {
        setState('waiting');
        if (source?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, reconnectWait(tries));
        tries += 1;
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source?.close();
    };
  }, [path]);
  return state;
}

/** Refetches what was read from these addresses whenever the stream says something changed. */
export function useLiveRefresh(
  path: string | null,
  sources: readonly string[],
): 'live' | 'waiting' {
  const client = useQueryClient();
  const refresh = () => {
    for (const source of sources) void client.invalidateQueries({ queryKey: [source] });
  };
  const state = useLive(path, refresh);
  const before = useRef(state);
  // What changed while nobody listened is not told again.
  useEffect(() => {
    if (before.current === 'waiting' && state === 'live') refresh();
    before.current = state;
  });
  return state;
}
