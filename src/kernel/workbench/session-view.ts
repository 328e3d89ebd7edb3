import type { Words } from './language.tsx';

/** One post the account holds: what the switcher lists. */
export type PostChoice = {
  readonly id: string;
  readonly title: Words;
  readonly organisation: Words;
};

/** A password given by somebody else must be changed; a second factor must be set up. */
export type SessionNeed = 'password' | 'second_factor';

/** Who acts: an account in one post, with what it may do there. */
export type Session = {
  readonly name: string;
  readonly account: string;
  readonly post: PostChoice | null;
  readonly posts: readonly PostChoice[];
  readonly verbs: ReadonlySet<string>;
  readonly area: { readonly code: string; readonly name: Words } | null;
  readonly organisation: Words | null;
  /** What the account must do before it may act. */
  readonly needs: readonly SessionNeed[];
  /** Seconds without any request after which the server ends the session. */
  readonly idleSeconds: number;
};

// The server's default (GB/T 22239 asks for a limit, not for a number); it sends its own.
const IDLE_SECONDS = 30 * 60;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function wordsOf(value: unknown): Words | null {
  if (typeof value === 'string') return value;
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { zh, en, name } = fields;
  if (typeof zh === 'string') return { zh, en: typeof en === 'string' ? en : zh };
  return name === undefined ? null : wordsOf(name);
}

function postOf(value: unknown): PostChoice | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { id, appointment, title, post, organisation, name } = fields;
  const key = id ?? appointment;
  if (typeof key !== 'string') return null;
  return {
    id: key,
    title: wordsOf(title ?? post ?? name) ?? key,
    organisation: wordsOf(organisation) ?? '',
  };
}

function areaOf(value: unknown): Session['area'] {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { code, name } = fields;
  return typeof code === 'string' ? { code, name: wordsOf(name) ?? code } : null;
}

function verbsOf(value: unknown): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.map(String));
  return new Set(Object.keys(fieldsOf(value) ?? {}));
}

function needsOf(value: unknown): SessionNeed[] {
  const needs: unknown[] = Array.isArray(value) ? value : [];
  return needs.filter((need) => need === 'password' || need === 'second_factor');
}

function presentPost(value: unknown, posts: readonly PostChoice[]): PostChoice | null {
  if (typeof value === 'string') return posts.find((one) => one.id === value) ?? null;
  return postOf(value);
}

/** Reads GET /api/v1/session; the actor may stand alone or under `actor`. */
export function readSession(value: unknown): Session | null {
  const outer = fieldsOf(value);
  if (outer === null) return null;
  const { actor } = outer;
  const inner = fieldsOf(actor) ?? (actor === null ? null : outer);
  if (inner === null) return null;
  const { face, name, account, post, posts, verbs, area, organisation, needs, idleSeconds } = {
    ...outer,
    ...inner,
  } as Fields;
  // A resident signed in on the portal is nobody here.
  if (typeof account !== 'string' || face === 'self') return null;
  const held = (Array.isArray(posts) ? posts : []).map(postOf).filter((one) => one !== null);
  return {
    name: String(name ?? ''),
    account,
    post: presentPost(post, held),
    posts: held,
    verbs: verbsOf(verbs),
    area: areaOf(area),
    organisation: wordsOf(organisation),
    needs: needsOf(needs),
    idleSeconds: typeof idleSeconds === 'number' ? idleSeconds : IDLE_SECONDS,
  };
}
