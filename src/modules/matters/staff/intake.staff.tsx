/** @jsxImportSource react */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#kernel/workbench/call.ts';
import { ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { useSession } from '#kernel/workbench/session.tsx';
import { fileMatterEndpoint } from '../matters/matters.contract.ts';
import { matterMessages } from '../matters.messages.ts';
import './browser/matters.css';
import { IntakeFields } from './intake-fields.staff.tsx';
import { type Filed, IntakeReceipt } from './intake-receipt.staff.tsx';
import { type IntakeValues, NOBODY_KNOWN } from './intake-values.staff.tsx';
import { STALE, useOwnCommunity } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** What the form says, as the contract wants it; an empty field says nothing. */
function bodyOf(values: IntakeValues, ownCommunity: string | null) {
  const or = (text: string | undefined) => (text?.trim() ? text.trim() : null);
  const { source, category, words, kind } = values;
  const isKnown = values.person !== undefined && values.person !== NOBODY_KNOWN;
  const of = or(values.of);
  return {
    kind,
    source,
    category,
    words,
    area: values.area ?? ownCommunity ?? '',
    place: or(values.place),
    building: values.building ?? null,
    person: isKnown ? (values.person ?? null) : null,
    name: isKnown ? null : or(values.name),
    telephone: or(values.telephone),
    onBehalf: of === null ? null : { of, relation: or(values.relation) ?? '' },
    isPublic:
      values.publication === undefined || values.publication === 'rule'
        ? null
        : values.publication === 'yes',
  };
}

/** Counter, telephone and outreach: the number, the words, Enter. */
export function IntakePage() {
  const { intake } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const [filed, setFiled] = useState<Filed | null>(null);
  const client = useQueryClient();
  const ownCommunity = useOwnCommunity();
  const { account } = useSession();
  const onDone = (answer: Filed) => {
    setFiled(answer);
    for (const source of STALE) void client.invalidateQueries({ queryKey: [source] });
  };
  return (
    <PageFrame title={intake.title} note={filed === null ? intake.note : undefined}>
      {filed !== null ? (
        <IntakeReceipt filed={filed} onNext={() => setFiled(null)} />
      ) : (
        <ServerForm<IntakeValues, Filed>
          name={`intake-${account}`}
          send={(values, key) =>
            call(fileMatterEndpoint, { body: bodyOf(values, ownCommunity), key })
          }
          onDone={onDone}
          submit={intake.submit}
          initial={{ source: 'telephone', kind: 'problem', category: 'other', publication: 'rule' }}
          texts={refusals}
        >
          <IntakeFields />
        </ServerForm>
      )}
    </PageFrame>
  );
}
