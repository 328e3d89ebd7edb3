/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { Bars, Card, FigureWithBasis } from '#kernel/views/index.ts';
import { judged } from '../../figures/express.rules.ts';
import type { Express } from '../../figures/express.types.ts';
import { placeMessages } from './place-pages.messages.ts';

export type NumbersProps = {
  readonly lang: Language;
  readonly express: Express;
  readonly quickDays: number;
  /** From when to when, in words. */
  readonly days: string;
  readonly records: string;
};

/** Where it is said how a figure is counted. */
const defined = (id: string) => `/how-we-count#${id}`;

/** Opinion Express in one figure: the share solved in time, with what it is a part of. */
export function Numbers({ lang, express, quickDays, days, records }: NumbersProps) {
  const t = placeMessages[lang];
  return (
    <Card title={t.numbers}>
      <FigureWithBasis
        lang={lang}
        figure={{
          label: t.quick(quickDays),
          part: express.solvedQuick,
          whole: judged(express),
          unit: t.unit,
          period: t.period(days),
          definition: defined('solved-in-time'),
          records,
        }}
      />
    </Card>
  );
}

/** How each matter received stands now: every one in one line, and their sum. */
export function Outcomes({ lang, express, quickDays, days, records }: NumbersProps) {
  const t = placeMessages[lang];
  const line = (id: string, label: string, value: number) => ({ label, value, href: defined(id) });
  return (
    <section>
      <h2 class="govuk-heading-m">{t.stand}</h2>
      <Bars
        lang={lang}
        caption={t.received}
        unit={t.unit}
        period={t.period(days)}
        definition={defined('received')}
        records={records}
        bars={[
          line('solved-in-time', t.quick(quickDays), express.solvedQuick),
          line('solved-later', t.later, express.solvedLater),
          line('unsolved', t.unsolved, express.unsolved),
          line('unconfirmed', t.unconfirmed, express.unconfirmed),
          line('open', t.open, express.open),
          line('answered', t.replied, express.answered),
          line('other', t.elsewhere, express.elsewhere),
        ]}
      />
    </section>
  );
}
