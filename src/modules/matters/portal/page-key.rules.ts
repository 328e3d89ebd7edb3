// Where a list goes on: the instant and id of its last line, so that new records never shift a page.
export type PageKey = { readonly at: Date; readonly id: string };

export const writeKey = ({ at, id }: PageKey): string => `${at.getTime()}_${id}`;

/** Null for none and for one that was tampered with: the list then begins at its beginning. */
export function readKey(text: string | undefined): PageKey | null {
  const [, ms = '', id = ''] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return id === '' ? null : { at: new Date(Number(ms)), id };
}
