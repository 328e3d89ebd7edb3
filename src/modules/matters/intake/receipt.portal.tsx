/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { QR } from '#kernel/views/index.ts';
import { receiptMessages } from './receipt.messages.ts';

export type Receipt = {
  readonly number: string;
  readonly code: string;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly received: string;
  readonly due: string;
};

/** One sheet for the person at the counter: number, code, due date and the way back to it. */
export function ReceiptPage(props: { receipt: Receipt; lang: Language }) {
  const { receipt } = props;
  const t = receiptMessages[props.lang];
  const lines = [
    [t.number, receipt.number],
    [t.code, receipt.code],
    [t.said, receipt.title],
    [t.body, receipt.body],
    [t.received, receipt.received],
    [t.due, receipt.due],
  ] as const;
  return (
    <section class="l-sheet">
      <h1 class="l-sheet__title">{t.title}</h1>
      <QR text={receipt.url} label={t.qr(receipt.number)} size={220} />
      <dl class="govuk-summary-list">
        {lines.map(([name, value]) => (
          <div class="govuk-summary-list__row" key={name}>
            <dt class="govuk-summary-list__key">{name}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="l-sheet__text">{t.how}</p>
    </section>
  );
}
