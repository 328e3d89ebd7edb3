/** @jsxImportSource react */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { call } from '#kernel/workbench/call.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT, useWords } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { ADMIN_POSTS, type AdminPost } from '../accounts/account.types.ts';
import {
  type AccountCandidate,
  createStaffAccount,
  listAccountCandidates,
  listStaffAccounts,
} from '../accounts/accounts.contract.ts';
import { accountsMessages } from './accounts.messages.ts';
import { useAreaChoices } from './area-choices.staff.tsx';
import type { Told } from './told-password.staff.tsx';

type Values = {
  readonly username: string;
  readonly person?: string;
  readonly name?: string;
  readonly adminPost?: AdminPost;
};

function useCandidates(area: string | null) {
  return useQuery({
    queryKey: [listAccountCandidates.path, area],
    enabled: area !== null,
    queryFn: ({ signal }) => call(listAccountCandidates, { query: { area: area ?? '' }, signal }),
  });
}

function ChoosePerson(props: {
  readonly area: string | null;
  readonly setArea: (area: string) => void;
  readonly candidates: readonly AccountCandidate[] | undefined;
}) {
  const t = useT(accountsMessages);
  const words = useWords();
  const areas = useAreaChoices();
  const id = useId();
  const labelOf = ({ name, posts, accounts }: AccountCandidate) => {
    const held = posts.map((post) => `${post.organisation} ${words(post.title)}`).join('、');
    const has = accounts.length === 0 ? '' : ` · ${t.has(accounts.join(', '))}`;
    return `${name} · ${held}${has}`;
  };
  return (
    <>
      <div className="lk-filter">
        <label htmlFor={id}>{t.area}</label>
        <Select
          id={id}
          value={props.area}
          onChange={props.setArea}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...areas]}
        />
      </div>
      <Field name="person" label={t.holder} hint={t.areaHint}>
        <Select
          disabled={props.area === null}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t.nobody}
          options={(props.candidates ?? []).map((one) => ({
            value: one.person,
            label: labelOf(one),
          }))}
        />
      </Field>
    </>
  );
}

/** Gives somebody in office, or an administrator, an account. */
export function CreateAccount(props: {
  readonly onDone: (told: Told) => void;
  readonly onCancel: () => void;
}) {
  const t = useT(accountsMessages);
  const client = useQueryClient();
  const [forWhom, setForWhom] = useState<'person' | 'admin'>('person');
  const [area, setArea] = useState<string | null>(null);
  const candidates = useCandidates(area);
  const send = (values: Values, key: string) => {
    const chosen = candidates.data?.items.find((one) => one.person === values.person);
    const whose =
      forWhom === 'person'
        ? { person: values.person ?? null, adminPost: null, name: chosen?.name ?? '' }
        : { person: null, adminPost: values.adminPost ?? null, name: values.name ?? '' };
    return call(createStaffAccount, { body: { username: values.username, ...whose }, key });
  };
  const done = (told: Told) => {
    void client.invalidateQueries({ queryKey: [listStaffAccounts.path] });
    void client.invalidateQueries({ queryKey: [listAccountCandidates.path] });
    props.onDone(told);
  };
  return (
    <section className="lk-card lk-form" aria-label={t.create}>
      <Radio.Group
        aria-label={t.forWhom}
        value={forWhom}
        onChange={(event) => setForWhom(event.target.value === 'admin' ? 'admin' : 'person')}
        options={[
          { value: 'person', label: t.somebody },
          { value: 'admin', label: t.admin },
        ]}
      />
      {candidates.isError && <Problem error={candidates.error} />}
      <ServerForm<Values, Told>
        key={forWhom}
        name={`account-create-${forWhom}`}
        send={send}
        onDone={done}
        onCancel={props.onCancel}
        submit={t.create}
        texts={t.refusals}
      >
        {forWhom === 'person' ? (
          <ChoosePerson area={area} setArea={setArea} candidates={candidates.data?.items} />
        ) : (
          <>
            <Field name="adminPost" label={t.adminPost}>
              <Select options={ADMIN_POSTS.map((value) => ({ value, label: t.admins[value] }))} />
            </Field>
            <Field name="name" label={t.name}>
              <Input maxLength={60} autoComplete="off" />
            </Field>
          </>
        )}
        <Field name="username" label={t.username} hint={t.usernameHint}>
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </Field>
      </ServerForm>
    </section>
  );
}
