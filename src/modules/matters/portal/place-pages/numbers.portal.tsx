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

/** Opinion Express: the share solved in time with what it is a part of, then every matter in one line and their sum. */
export function Numbers({ lang, express, quickDays, days, records }: NumbersProps) {
  const t = placeMessages[lang];
  const period = t.period(days);
  const line = (id: string, label: string, value: number) => ({ label, value, href: defined(id) });
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
          definition: defined('share'),
          records,
        }}
      />
      <Bars
        lang={lang}
        caption={t.stand}
        unit={t.unit}
        period={period}
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
    </Card>
  );
}
