/** @jsxImportSource react */
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { momentText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import type { fileMatterEndpoint } from '../matters/matters.contract.ts';
import { useNearness, useSimilar } from './similar-choice.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

export type Filed = OutputOf<typeof fileMatterEndpoint.reply>;

/** What to tell the reporter, to print, and what may be the same thing; Enter goes on to the next one. */
export function IntakeReceipt(props: { readonly filed: Filed; readonly onNext: () => void }) {
  const { intake } = useT(staffMatterMessages);
  const { language } = useLanguage();
  const { number, queryCode, matter } = props.filed;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <section className="lk-card mt-receipt" aria-label={intake.filed}>
      <h2>{intake.filed}</h2>
      <p role="status" className="mt-receipt-number">
        {number}
      </p>
      <Facts
        facts={[
          [intake.code, <strong key="code">{queryCode}</strong>],
          [intake.due, matter && momentText(language, matter.dueAt)],
        ]}
      />
      <p className="lk-quiet">{intake.tell}</p>
      <div className="lk-actions-row">
        <Button type="primary" ref={next} onClick={props.onNext}>
          {intake.next}
        </Button>
        <Button icon={<PrinterOutlined />} href={`/receipts/${number}`} target="_blank">
          {intake.receipt}
        </Button>
        <Link to={`/matters/${number}`} className="ant-btn ant-btn-default ant-btn-variant-link">
          {intake.open}
        </Link>
      </div>
      <SimilarOnes number={number} />
    </section>
  );
}

function SimilarOnes({ number }: { readonly number: string }) {
  const { intake } = useT(staffMatterMessages);
  const similar = useSimilar(number).data;
  const nearness = useNearness();
  if (similar === undefined || similar.items.length === 0) return null;
  return (
    <div>
      <p>{intake.similar}</p>
      <ul className="mt-last">
        {similar.items.map(({ matter, place, metres }) => (
          <li key={matter.number}>
            <Link to={`/matters/${matter.number}`}>{matter.title}</Link>{' '}
            <span className="lk-quiet">
              {[matter.number, place, nearness(metres)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
