import { useSyncExternalStore } from 'react';

// At and below this width tables become cards and the side menu a bottom bar; workbench.css says the same.
const NARROW = '(max-width: 600px)';

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the screen is a phone's. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}
