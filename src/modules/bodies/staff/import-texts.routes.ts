import { type ApiRoute, defineRoute } from '#kernel/http/route.ts';
import { fieldMessages } from '#kernel/pure/fields.messages.ts';
import { tabularMessages } from '#kernel/tabular/tabular.messages.ts';
import { territoryMessages } from '#modules/territory/index.ts';
import { bodiesMessages } from '../bodies.messages.ts';
import { importTextsEndpoint } from './import-texts.contract.ts';

type Texts = Readonly<Record<string, unknown>>;
type Pairs = Record<string, { zh: string; en: string }>;

/** Both languages of a catalogue's part, by key; what takes arguments is left out. */
function pairsOf(zh: Texts, en: Texts): Pairs {
  const pairs: Pairs = {};
  for (const [key, text] of Object.entries(zh)) {
    const other = en[key];
    if (typeof text === 'string' && typeof other === 'string') pairs[key] = { zh: text, en: other };
  }
  return pairs;
}

type Both = { readonly zh: Texts; readonly en: Texts };
const partOf = (catalogue: Both, part: string) =>
  pairsOf(catalogue.zh[part] as Texts, catalogue.en[part] as Texts);

/** Names that the rules give to columns whose header is kept under another key. */
const ALSO = { parentCode: 'parent', validFrom: 'from', validTo: 'to' } as const;

function columnsByName(): Pairs {
  const columns = { ...partOf(territoryMessages, 'headers'), ...partOf(bodiesMessages, 'headers') };
  for (const [name, header] of Object.entries(ALSO)) {
    const words = columns[header];
    if (words) columns[name] = words;
  }
  return columns;
}

export const importTextRoutes: readonly ApiRoute[] = [
  defineRoute(importTextsEndpoint, {
    face: 'public',
    capability: null,
    sample: () => ({}),
    handle: async () => ({
      faults: {
        ...pairsOf(fieldMessages.zh, fieldMessages.en),
        ...partOf(tabularMessages, 'file'),
        ...partOf(tabularMessages, 'cell'),
        ...partOf(territoryMessages, 'refusals'),
        ...partOf(territoryMessages, 'faults'),
        ...partOf(bodiesMessages, 'faults'),
      },
      columns: columnsByName(),
    }),
  }),
];
