import type { Language } from '#kernel/pure/messages.ts';
import type { View } from '#kernel/views/index.ts';
import { accessibilityText } from './accessibility.messages.ts';
import { howWeCountText } from './how-we-count.messages.ts';
import { neverMeasuredText } from './never-measured.messages.ts';
import { privacyText } from './privacy.messages.ts';
import { type StatementFacts, type StatementText, statementBody } from './statement.tsx';

export type StatementPage = {
  readonly path: string;
  readonly text: StatementText;
};

/** Pages that say the same to everybody. The app mounts each at its path. */
export const statementPages: readonly StatementPage[] = [
  { path: '/privacy', text: privacyText },
  { path: '/accessibility', text: accessibilityText },
  { path: '/how-we-count', text: howWeCountText },
  { path: '/never-measured', text: neverMeasuredText },
];

/** Title and body of a statement, ready for the shell. */
export function drawStatement(
  page: StatementPage,
  lang: Language,
  facts: StatementFacts,
): { title: string; body: View } {
  const statement = page.text[lang](facts);
  return { title: statement.title, body: statementBody(statement, facts) };
}
