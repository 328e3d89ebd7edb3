import { type RefObject, useEffect, useState } from 'react';

type RowKeys = {
  readonly count: number;
  readonly body: RefObject<HTMLElement | null>;
  readonly open: (index: number) => void;
  readonly select: (index: number) => void;
};

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], [role=menu]',
    ) !== null
  );
}

/**
 * Moves through rows by keyboard and gives the index of the present one. Letters work from anywhere
 * on the page outside fields and dialogs; arrows only inside the table, where they do not rob the page of scrolling.
 */
export function useRowKeys({
  count,
  body,
  open,
  select,
}: RowKeys): [number, (index: number) => void] {
  const [present, setPresent] = useState(-1);
  useEffect(() => {
    const step = (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      const inside = body.current?.contains(document.activeElement) ?? false;
      if (by === undefined || count === 0 || (event.key.length > 1 && !inside)) return;
      event.preventDefault();
      const next = Math.min(count - 1, Math.max(0, present + by));
      setPresent(next);
      const row = body.current?.children[next];
      if (row instanceof HTMLElement) row.focus();
    };
    const act = (event: KeyboardEvent) => {
      const row = body.current?.children[present];
      if (row === undefined || !row.contains(document.activeElement)) return;
      if (event.key === 'x') select(present);
      else if (event.key === 'Enter' && document.activeElement === row) open(present);
    };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      step(event);
      act(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [count, body, open, select, present]);
  return [Math.min(present, count - 1), setPresent];
}
