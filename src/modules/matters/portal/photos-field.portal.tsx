/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { FileField } from '#kernel/views/index.ts';

/** Photos or a document to go along: shrunk by the phone before they are sent. */
export function PhotosField(props: {
  readonly lang: Language;
  readonly label: string;
  readonly hint: string;
  readonly pick: string;
  readonly error: string | undefined;
}) {
  return (
    <FileField {...props} name="photos" optional accept="image/*,application/pdf" multiple shrink />
  );
}
