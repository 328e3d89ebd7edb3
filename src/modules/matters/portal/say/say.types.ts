import type { StoredFile } from '#kernel/files/store-upload.ts';
import type { MatterKind } from '../../matters/matter.types.ts';

/** What is typed so far, kept on the server for 24 hours. Everything as typed, so that nothing is typed twice. */
export type SayContent = {
  /** Where it began: '/c/{community}' or '/b/{stairwell}'. */
  readonly base: string;
  readonly area: string;
  readonly kind: MatterKind;
  readonly category: string;
  readonly words: string;
  /** Building's id; '' for none. */
  readonly building: string;
  readonly stairwell: string | null;
  readonly place: string;
  /** Fractions of the map's width and height. */
  readonly pin: readonly [number, number] | null;
  readonly files: readonly StoredFile[];
  /** Step 1 was found right; later steps open only then. */
  readonly isReady: boolean;
  readonly contact: Contact | null;
};

export type Contact = {
  readonly telephone: string;
  readonly name: string;
  readonly forOther: boolean;
  readonly of: string;
  readonly relation: string;
  readonly isPublic: boolean;
};

export const NO_CONTACT: Omit<Contact, 'isPublic'> = {
  telephone: '',
  name: '',
  forOther: false,
  of: '',
  relation: '',
};

/** A matter of somebody else about the same thing: no words of it, only what and where. */
export type SimilarMatter = {
  readonly number: string;
  readonly category: string;
  readonly place: string | null;
  readonly state: string;
  readonly receivedAt: Date;
  readonly secondings: number;
};
