/** @jsxImportSource react */
import { Input } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { call } from '#kernel/workbench/call.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { viewContactEndpoint } from '../matters/matters.contract.ts';
import type { MatterShown } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Contact = OutputOf<typeof viewContactEndpoint.reply>;

/** Who said it, masked; the whole is shown against a purpose, which is journaled. */
export function Reporter({ matter }: { readonly matter: MatterShown }) {
  const { record } = useT(staffMatterMessages);
  const [asking, setAsking] = useState(false);
  const [contact, setContact] = useState<Contact | null>(null);
  const { reporter } = matter;
  const who = contact ?? reporter;
  const text =
    matter.isAnonymous && reporter?.telephone == null
      ? record.anonymous
      : [who?.name, who?.telephone].filter(Boolean).join(' · ') || record.hidden;
  const behalf = contact?.onBehalfOf
    ? `${contact.onBehalfOf}${contact.relation ? ` (${contact.relation})` : ''}`
    : null;
  return (
    <>
      <Facts
        facts={[
          [
            record.reporter,
            <>
              {text}
              {matter.onBehalf && ` · ${record.onBehalf}${behalf ? ` ${behalf}` : ''}`}{' '}
              {contact === null && !asking && reporter?.telephone && (
                <button type="button" className="lk-as-link" onClick={() => setAsking(true)}>
                  {record.show}
                </button>
              )}
            </>,
          ],
        ]}
      />
      {asking && contact === null && (
        <div className="mt-task">
          <ServerForm<{ purpose: string }, Contact>
            name={`contact-${matter.number}`}
            submit={record.show}
            send={({ purpose }) =>
              call(viewContactEndpoint, { params: { number: matter.number }, body: { purpose } })
            }
            onDone={setContact}
            onCancel={() => setAsking(false)}
            initial={{ purpose: record.purposes[0] ?? '' }}
          >
            <Field name="purpose" label={record.purpose} hint={record.purposeHint}>
              <Input maxLength={200} list="purposes" />
            </Field>
            <datalist id="purposes">
              {record.purposes.map((purpose) => (
                <option key={purpose} value={purpose} />
              ))}
            </datalist>
          </ServerForm>
        </div>
      )}
    </>
  );
}
