/** @jsxImportSource react */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { ApiError, asIs, getJson, postJson } from '#kernel/workbench/api.ts';
import { useT, useWords, type Words } from '#kernel/workbench/language.tsx';
import { useProblemText } from '#kernel/workbench/problems.tsx';
import { useSessionMoves } from '#kernel/workbench/session.tsx';
import { LanguageSwitch } from './account.tsx';
import { staffMessages } from './staff.messages.ts';

type DemoAccount = {
  readonly username: string;
  readonly role: Words;
  readonly area?: Words | null;
};

const DEMO = '/api/v1/demo/accounts';

function Alarm(props: { readonly error: unknown; readonly wrong: string }) {
  const t = useT(staffMessages);
  const text = useProblemText({ rate_limited: t.locked });
  const { error } = props;
  const wrong = error instanceof ApiError && [400, 401, 403, 422].includes(error.status);
  return <Alert type="error" showIcon role="alert" title={wrong ? props.wrong : text(error)} />;
}

function Step(props: {
  readonly title: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: (values: FormData) => void;
  readonly children: ReactNode;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    props.onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form className="ls-step" onSubmit={submit}>
      <h1>{props.title}</h1>
      {props.children}
      <Button type="primary" htmlType="submit" size="large" block loading={props.busy}>
        {props.submit}
      </Button>
    </form>
  );
}

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
      <div className="lk-filter">
        <label htmlFor="username">{t.username}</label>
        <Input
          id="username"
          name="username"
          size="large"
          required
          autoComplete="username"
          autoFocus
        />
      </div>
      <div className="lk-filter">
        <label htmlFor="password">{t.password}</label>
        <Input.Password
          id="password"
          name="password"
          size="large"
          required
          autoComplete="current-password"
        />
      </div>
    </Step>
  );
}

function CodeStep(props: { readonly onDone: () => void; readonly onBack: () => void }) {
  const t = useT(staffMessages);
  const sending = useMutation({
    mutationFn: (values: FormData) =>
      postJson(
        '/api/auth/two-factor/verify-totp',
        { code: String(values.get('code')).replace(/\s/g, '') },
        asIs<unknown>(),
      ),
    onSuccess: props.onDone,
  });
  return (
    <Step title={t.codeTitle} submit={t.next} busy={sending.isPending} onSubmit={sending.mutate}>
      {sending.isError && <Alarm error={sending.error} wrong={t.wrongCode} />}
      <div className="lk-filter">
        <label htmlFor="code">{t.code}</label>
        <Input
          id="code"
          name="code"
          size="large"
          required
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          aria-describedby="code-hint"
        />
        <span id="code-hint" className="lk-quiet">
          {t.codeHint}
        </span>
      </div>
      <Button block onClick={props.onBack}>
        {t.back}
      </Button>
    </Step>
  );
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
      <div className="ls-demo-list">
        {items.map((one) => (
          <Button
            key={one.username}
            loading={entering.isPending && entering.variables === one.username}
            onClick={() => entering.mutate(one.username)}
          >
            {words(one.role)}
            {one.area && <span className="lk-quiet">{words(one.area)}</span>}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** User name and password, then the code of the second factor; the page asked for comes back afterwards. */
export function SignInPage(props: { readonly again: boolean }) {
  const t = useT(staffMessages);
  const [second, setSecond] = useState(false);
  const { refresh } = useSessionMoves();
  const enter = () => void refresh();
  useEffect(() => {
    document.title = `${t.signIn} · Linli`;
  }, [t.signIn]);
  return (
    <div className="ls-sign-in">
      <header>
        <span className="ls-wordmark">
          {t.product} <span>{t.workbench}</span>
        </span>
        <LanguageSwitch text />
      </header>
      <main>
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
      </main>
    </div>
  );
}
