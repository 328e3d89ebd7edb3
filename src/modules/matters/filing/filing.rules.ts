// What is not taken here and where it belongs, and what a filing must hold.
import { type Refusal, refuse } from '#kernel/pure/refusal.ts';
import type { Filing } from './filing.types.ts';

export const MAX_WORDS = 2000;

export function refusalToFile(filing: Filing): Refusal | null {
  const length = [...filing.words.trim()].length;
  if (length === 0) return refuse('words_missing');
  if (length > MAX_WORDS) return refuse('words_too_long', { most: MAX_WORDS });
  if (filing.source === 'hotline' && filing.hotline === null)
    return refuse('hotline_number_missing');
  return null;
}

/** Channels for what must not be a matter: a report on a person needs secrecy, a petition has its own law. */
export const OTHER_CHANNELS = ['emergency', 'confidential_report', 'petition', 'court'] as const;
export type OtherChannel = (typeof OTHER_CHANNELS)[number];
