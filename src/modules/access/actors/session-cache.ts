import type { Clock } from '#kernel/pure/clock.ts';
import type { SignedIn } from './session.types.ts';

/** As long as a lock or an ended appointment may go unnoticed by another process of the same district. */
const KEPT_MS = 10_000;
const MAX_ENTRIES = 5_000;

type Entry = { readonly at: number; readonly signedIn: SignedIn | null };

/** Resolved sessions by the signed cookie as sent: a forged one is another key. */
export class SessionCache {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get(key: string): SignedIn | null | undefined {
    const entry = this.#entries.get(key);
    const age = entry ? this.#clock.now().getTime() - entry.at : 0;
    return entry && age >= 0 && age < KEPT_MS ? entry.signedIn : undefined;
  }

  set(key: string, signedIn: SignedIn | null): void {
    if (this.#entries.size >= MAX_ENTRIES) this.#entries.clear();
    this.#entries.set(key, { at: this.#clock.now().getTime(), signedIn });
  }

  /** Forgets every session of an account: it switched posts, signed out, was locked. */
  forget(account: string): void {
    for (const [key, { signedIn }] of this.#entries) {
      if (signedIn?.actor.account === account) this.#entries.delete(key);
    }
  }
}
