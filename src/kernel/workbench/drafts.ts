const PREFIX = 'linli.draft.';
const OWNER = 'linli.drafts-of';

/** What was typed into a form, kept in this tab until it is sent: it survives a sign-in and a reload. */
export function keepDraft(name: string, values: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(values));
  } catch {
    // A full or forbidden storage must not stop somebody from typing.
  }
}

export function keptDraft(name: string): Record<string, unknown> | null {
  const text = sessionStorage.getItem(PREFIX + name);
  if (text === null) return null;
  const values: unknown = JSON.parse(text);
  return typeof values === 'object' && values !== null ? { ...values } : null;
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
}

/** Says whose drafts these are from now on; somebody else's are thrown away. */
export function claimDrafts(account: string): void {
  const owner = sessionStorage.getItem(OWNER);
  if (owner !== null && owner !== account) dropAllDrafts();
  sessionStorage.setItem(OWNER, account);
}

/** On signing out for good: the next person at this desk must not find what was typed. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}
