/** @jsxImportSource react */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { asIs, getJson, postJson } from '#kernel/workbench/api.ts';
import { useT, useWords, type Words } from '#kernel/workbench/language.tsx';
import { useSessionMoves } from '#kernel/workbench/session.tsx';
import { Alarm, CodeStep, SignInFrame, Step, TextLine } from './sign-in-steps.tsx';
import { staffMessages } from './staff.messages.ts';

type DemoAccount = {
  readonly username: string;
  readonly role: Words;
  readonly area?: Words | null;
};

const DEMO = '/api/v1/demo/accounts';

function PasswordStep(props: { readonly onDone: (second: boolean) => void }) {
  const t = useT(staffMessages);
  const sending = useMutation({
    mutationFn: (values: FormData) =>
      postJson(
        '/api/auth/sign-in/username',
        { username: values.get('username'), password: values.get('password') },
        asIs<{ readonly twoFactorRedirect?: boolean } | null>(),
      ),
    onSuccess: (answer) => props.onDone(answer?.twoFactorRedirect === true),
  });
  return (
    <Step
      title={t.signInTitle}
      submit={t.signIn}
      busy={sending.isPending}
      onSubmit={sending.mutate}
    >
      {sending.isError && <Alarm error={sending.error} wrong={t.wrong} />}
      <TextLine name="username" label={t.username} autoComplete="username" autoFocus />
      <TextLine name="password" label={t.password} autoComplete="current-password" secret />
    </Step>
  );
}

/** The posts of each area together, the nearest to the residents first: the server lists them from the district down. */
function byArea(items: readonly DemoAccount[], words: (text: Words) => string) {
  const groups = new Map<string, DemoAccount[]>();
  for (const one of items) {
    const area = one.area ? words(one.area) : '';
    groups.set(area, [...(groups.get(area) ?? []), one]);
  }
  return [...groups].reverse();
}

function DemoAccounts(props: { readonly onDone: () => void }) {
  const t = useT(staffMessages);
  const words = useWords();
  const accounts = useQuery({
    queryKey: [DEMO],
    queryFn: ({ signal }) =>
      getJson(DEMO, asIs<{ readonly items: readonly DemoAccount[] }>(), signal),
    retry: false,
  });
  const entering = useMutation({
    mutationFn: (username: string) =>
      postJson('/api/v1/demo/sign-in', { username }, asIs<unknown>()),
    onSuccess: props.onDone,
  });
  const items = accounts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="ls-demo" aria-labelledby="demo">
      <h2 id="demo">{t.demo}</h2>
      <p className="lk-quiet">{t.demoHint}</p>
      {entering.isError && <Alarm error={entering.error} wrong={t.wrong} />}
      {byArea(items, words).map(([area, posts]) => (
        <div key={area} className="ls-demo-area">
          <h3>{area}</h3>
          <div className="ls-demo-list">
            {posts.map((one) => (
              <Button
                key={one.username}
                data-username={one.username}
                loading={entering.isPending && entering.variables === one.username}
                onClick={() => entering.mutate(one.username)}
              >
                {words(one.role)}
              </Button>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

/** User name and password, then the code of the second factor; the page asked for comes back afterwards. */
export function SignInPage(props: { readonly again: boolean }) {
  const t = useT(staffMessages);
  const [second, setSecond] = useState(false);
  const { refresh } = useSessionMoves();
  const enter = () => void refresh();
  return (
    <SignInFrame title={t.signIn}>
      <div className="lk-card">
        {props.again && <Alert type="info" title={t.signInAgain} />}
        {second ? (
          <CodeStep onDone={enter} onBack={() => setSecond(false)} />
        ) : (
          <PasswordStep onDone={(needed) => (needed ? setSecond(true) : enter())} />
        )}
      </div>
      <DemoAccounts onDone={enter} />
      <a href="/">{t.portal}</a>
    </SignInFrame>
  );
}
