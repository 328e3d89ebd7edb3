/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { Card, type FigureView, FigureWithBasis } from '#kernel/views/index.ts';
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

/** Opinion Express as figures that say what they are part of. */
export function Numbers({ lang, express, quickDays, from, to, records }: NumbersProps) {
  const t = placeMessages[lang];
  const whole = judged(express);
  const figure = (label: string, part: number, more: Partial<FigureView> = {}) => (
    <FigureWithBasis
      lang={lang}
      figure={{
        label,
        part,
        unit: t.unit,
        period: t.period(from, to),
        definition: '/how-we-count',
        ...more,
      }}
    />
  );
  return (
    <Card title={t.numbers}>
      {figure(t.received, express.received)}
      {figure(t.quick(quickDays), express.solvedQuick, { whole, records })}
      {figure(t.later, express.solvedLater, { whole })}
      {figure(t.unsolved, express.unsolved, { whole })}
      {figure(t.unconfirmed, express.unconfirmed, { whole })}
      {figure(t.open, express.open, { whole })}
    </Card>
  );
}
