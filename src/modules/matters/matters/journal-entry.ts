import type { JournalEntry } from '#kernel/journal/journal.ts';
import { sharedWith } from './case-rows.queries.ts';
import type { CaseEvent } from './change.types.ts';
import type { Case } from './matter.types.ts';

/** How the journal tells one event of a matter. Anybody may read it only where the reporter agreed; he himself reads it by his link. */
export function journalEntryOf(after: Case, event: CaseEvent, at: Date): JournalEntry {
  return {
    subject: { kind: 'matter', id: after.matter.id },
    verb: event.verb,
    area: after.matter.area,
    occurredAt: at,
    isPublic: event.isPublic && after.matter.isPublic,
    sharedWith: sharedWith(after),
    ...(event.codes ? { codes: event.codes } : {}),
    ...(event.detail ? { detail: event.detail } : {}),
  };
}
