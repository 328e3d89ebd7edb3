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
  readonly from: string;
  readonly to: string;
  readonly records: string;
};

const DEFINITION = '/how-we-count';

/** Opinion Express in one figure: the share solved in time, with what it is a part of. */
export function Numbers({ lang, express, quickDays, from, to, records }: NumbersProps) {
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
          period: t.period(from, to),
          definition: DEFINITION,
          records,
        }}
      />
    </Card>
  );
}

/** How each matter received stands now: every one in one line, and their sum. */
export function Outcomes({ lang, express, quickDays, from, to }: NumbersProps) {
  const t = placeMessages[lang];
  const line = (label: string, value: number) => ({ label, value });
  return (
    <section>
      <h2 class="govuk-heading-m">{t.stand}</h2>
      <Bars
        lang={lang}
        caption={t.received}
        unit={t.unit}
        period={t.period(from, to)}
        definition={DEFINITION}
        bars={[
          line(t.quick(quickDays), express.solvedQuick),
          line(t.later, express.solvedLater),
          line(t.unsolved, express.unsolved),
          line(t.unconfirmed, express.unconfirmed),
          line(t.open, express.open),
          line(t.replied, express.answered),
          line(t.elsewhere, express.elsewhere),
        ]}
      />
    </section>
  );
}
