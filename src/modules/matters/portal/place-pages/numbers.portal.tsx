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

/** Opinion Express: the share solved in time with what it is part of, and how each matter received stands now. */
export function Numbers({ lang, express, quickDays, from, to, records }: NumbersProps) {
  const t = placeMessages[lang];
  const period = t.period(from, to);
  const line = (label: string, value: number) => ({ label, value });
  return (
    <Card title={t.numbers}>
      <FigureWithBasis
        lang={lang}
        figure={{
          label: t.quick(quickDays),
          part: express.solvedQuick,
          whole: judged(express),
          unit: t.unit,
          period,
          definition: DEFINITION,
          records,
        }}
      />
      <Bars
        lang={lang}
        caption={t.stand}
        unit={t.unit}
        period={period}
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
    </Card>
  );
}
