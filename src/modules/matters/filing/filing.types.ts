import type { StoredFile } from '#kernel/files/store-upload.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { MatterLineRow } from '../matters/list.queries.ts';
import type { MatterKind, MatterSource } from '../matters/matter.types.ts';

export type Point = {
  readonly longitude: number;
  readonly latitude: number;
  readonly crs: 'CGCS2000' | 'GCJ02';
};

/** What somebody says, with where, and how to answer him. */
export type Filing = {
  readonly kind: MatterKind;
  readonly source: MatterSource;
  readonly category: string;
  readonly words: string;
  /** 12-digit code of the community or village. */
  readonly area: string;
  readonly place: {
    readonly text: string | null;
    readonly building: string | null;
    readonly stairwell: string | null;
    readonly point: Point | null;
  };
  readonly contact: {
    readonly name: string | null;
    readonly telephone: string | null;
    readonly account: string | null;
    readonly person: string | null;
  };
  /** In which he reads what is written to him: that of the page he filed in, Chinese where staff took his words. */
  readonly language: Language;
  /** Filed for somebody else, e.g. a parent: recorded as such. */
  readonly onBehalf: { readonly of: string; readonly relation: string } | null;
  /** Whether it may be shown once answered; null where nobody was asked, then by the rule for such places. */
  readonly isPublic: boolean | null;
  readonly files: readonly StoredFile[];
  readonly hotline: { readonly number: string; readonly dueAt: Date | null } | null;
  /** When it was said, where that is not now: hotline orders, past matters, paper. */
  readonly receivedAt: Date | null;
  readonly requestKey: { readonly owner: string; readonly key: string } | null;
};

/** `line` is null where the same request was filed before: look it up by id. */
export type Filed = {
  readonly id: string;
  readonly number: string | null;
  readonly line: MatterLineRow | null;
};
