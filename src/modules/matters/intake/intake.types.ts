import type { MatterKind } from '../matters/matter.types.ts';

/** What a clerk says of somebody's matter. */
export type IntakeCommand = {
  readonly kind: MatterKind;
  readonly source: 'counter' | 'telephone' | 'outreach';
  readonly category: string;
  readonly words: string;
  readonly area: string;
  readonly place: string | null;
  /** Code of a building of that area. */
  readonly building: string | null;
  readonly person: string | null;
  readonly name: string | null;
  readonly telephone: string | null;
  readonly onBehalf: { readonly of: string; readonly relation: string } | null;
  /** Null: as the rule set says for that kind of place. */
  readonly isPublic: boolean | null;
};
