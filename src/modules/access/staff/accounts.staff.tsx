/** @jsxImportSource react */
import { Button } from 'antd';
import { useState } from 'react';
import { dayText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT, useWords } from '#kernel/workbench/language.tsx';
import { type Column, type Filter, ListTable } from '#kernel/workbench/list-table.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import { listStaffAccounts, type StaffAccountView } from '../accounts/accounts.contract.ts';
import { AccountActions } from './account-actions.staff.tsx';
import { accountsMessages } from './accounts.messages.ts';
import { CreateAccount } from './create-account.staff.tsx';
import { type Told, ToldPassword } from './told-password.staff.tsx';

function State(props: { readonly account: StaffAccountView }) {
  const { states } = useT(accountsMessages);
  const { lockedAt, oneTimePassword } = props.account;
  if (lockedAt !== null) return <StateTag tone="late">{states.locked}</StateTag>;
  if (oneTimePassword) return <StateTag tone="waiting">{states.oneTime}</StateTag>;
  return <StateTag tone="quiet">{states.open}</StateTag>;
}

function Posts(props: { readonly account: StaffAccountView }) {
  const t = useT(accountsMessages);
  const words = useWords();
  const { adminPost, posts } = props.account;
  if (adminPost !== null) return t.admins[adminPost];
  if (posts.length === 0) return <span className="lk-quiet">{t.noPost}</span>;
  return posts.map((post) => (
    <div key={`${post.organisation} ${post.post}`}>
      {post.organisation} {words(post.title)}
    </div>
  ));
}

function useColumns(tell: (told: Told) => void): Column<StaffAccountView>[] {
  const t = useT(accountsMessages);
  const { language } = useLanguage();
  return [
    { key: 'username', title: t.username, cell: (account) => account.username },
    { key: 'name', title: t.person, cell: (account) => account.name },
    { key: 'posts', title: t.posts, cell: (account) => <Posts account={account} /> },
    { key: 'state', title: t.state, cell: (account) => <State account={account} /> },
    { key: 'created', title: t.created, cell: ({ createdAt }) => dayText(language, createdAt) },
    {
      key: 'actions',
      title: t.change,
      phone: 'bare',
      cell: (account) => <AccountActions account={account} tell={tell} />,
    },
  ];
}

function useFilters(): Filter[] {
  const t = useT(accountsMessages);
  const choices = Object.entries(t.choices).map(([value, label]) => ({ value, label }));
  return [
    { key: 'name', label: t.filters.name, kind: 'text' },
    { key: 'state', label: t.filters.state, kind: 'choice', choices },
  ];
}

/** Who can sign in, for the security administrator. */
export function AccountsPage() {
  const t = useT(accountsMessages);
  const [creating, setCreating] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const create = (
    <Button type="primary" aria-expanded={creating} onClick={() => setCreating(!creating)}>
      {t.create}
    </Button>
  );
  return (
    <PageFrame title={t.title} note={t.note} tools={create}>
      {creating && (
        <CreateAccount
          onDone={(made) => {
            setCreating(false);
            setTold(made);
          }}
          onCancel={() => setCreating(false)}
        />
      )}
      <ListTable<StaffAccountView>
        label={t.list}
        source={listStaffAccounts.path}
        exportSource={null}
        columns={useColumns(setTold)}
        filters={useFilters()}
        rowKey={(account) => account.username}
        rowName={(account) => account.username}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
      />
      <ToldPassword told={told} onClose={() => setTold(null)} />
    </PageFrame>
  );
}
