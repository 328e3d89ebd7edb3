/** @jsxImportSource react */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { ApiError, asIs, postJson } from '#kernel/workbench/api.ts';
import { useT } from '#kernel/workbench/language.tsx';
import { useProblemText } from '#kernel/workbench/problems.tsx';
import { LanguageSwitch } from './account.tsx';
import { staffMessages } from './staff.messages.ts';

/** The quiet page around every step of signing in. */
export function SignInFrame(props: { readonly title: string; readonly children: ReactNode }) {
  const t = useT(staffMessages);
  useEffect(() => {
    document.title = `${props.title} · Linli`;
  }, [props.title]);
  return (
    <div className="ls-sign-in">
      <header>
        <span className="ls-wordmark">
          {t.product} <span>{t.workbench}</span>
        </span>
        <LanguageSwitch text />
      </header>
      <main>{props.children}</main>
    </div>
  );
}

/** One labelled line of a step. */
export function TextLine(props: {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: string;
  readonly hint?: string;
  readonly secret?: boolean;
  readonly numeric?: boolean;
  readonly autoFocus?: boolean;
}) {
  const { name, label, hint, secret } = props;
  const Control = secret ? Input.Password : Input;
  return (
    <div className="lk-filter">
      <label htmlFor={name}>{label}</label>
      <Control
        id={name}
        name={name}
        size="large"
        required
        autoComplete={props.autoComplete}
        autoFocus={props.autoFocus ?? false}
        {...(props.numeric ? { inputMode: 'numeric' as const } : {})}
        {...(hint === undefined ? {} : { 'aria-describedby': `${name}-hint` })}
      />
      {hint !== undefined && (
        <span id={`${name}-hint`} className="lk-quiet">
          {hint}
        </span>
      )}
    </div>
  );
}

/** What went wrong in a step; `wrong` is said where what was typed is not right. */
export function Alarm(props: { readonly error: unknown; readonly wrong: string }) {
  const t = useT(staffMessages);
  const text = useProblemText({ rate_limited: t.locked });
  const { error } = props;
  const wrong = error instanceof ApiError && [400, 401, 403, 422].includes(error.status);
  return <Alert type="error" showIcon role="alert" title={wrong ? props.wrong : text(error)} />;
}

/** One question, one button. */
export function Step(props: {
  readonly title: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly onSubmit: (values: FormData) => void;
  readonly children: ReactNode;
  readonly after?: ReactNode;
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
      {props.after}
    </form>
  );
}

/** The six digits of the second factor. */
export function CodeStep(props: { readonly onDone: () => void; readonly onBack: () => void }) {
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
    <Step
      title={t.codeTitle}
      submit={t.next}
      busy={sending.isPending}
      after={
        <Button block onClick={props.onBack}>
          {t.back}
        </Button>
      }
      onSubmit={sending.mutate}
    >
      {sending.isError && <Alarm error={sending.error} wrong={t.wrongCode} />}
      <TextLine
        name="code"
        label={t.code}
        hint={t.codeHint}
        autoComplete="one-time-code"
        numeric
        autoFocus
      />
    </Step>
  );
}
