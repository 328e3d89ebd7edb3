import type { JobWords } from '#kernel/jobs/run-jobs.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { tabularMessages } from '#kernel/tabular/tabular.messages.ts';
import { importMessages } from './import.messages.ts';

type Texts = Readonly<Record<string, unknown>>;
type Own = { readonly codes: Texts; readonly columns?: Texts; readonly files?: Texts };

/** All that an import of a kind may say: what any import says, what any table may have wrong, and the module's own. */
export function importWords(own: (lang: Language) => Own): JobWords {
  const wordsIn = (lang: Language) => {
    const { codes, ...names } = own(lang);
    const { file, cell } = tabularMessages[lang];
    return { codes: { ...file, ...cell, ...importMessages[lang].codes, ...codes }, ...names };
  };
  return { zh: wordsIn('zh'), en: wordsIn('en') };
}
