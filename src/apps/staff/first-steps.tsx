/** @jsxImportSource react */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { asIs, postJson } from '#kernel/workbench/api.ts';
import { useT } from '#kernel/workbench/language.tsx';
import { useSessionMoves } from '#kernel/workbench/session.tsx';
import type { Session } from '#kernel/workbench/session-view.ts';
import { Alarm, CodeStep, SignInFrame, Step, TextLine } from './sign-in-steps.tsx';
import { staffMessages } from './staff.messages.ts';

type Factor = { readonly totpURI: string; readonly backupCodes: readonly string[] };

function NewPassword(props: { readonly onDone: () => void }) {
  const t = useT(staffMessages);
  const sending = useMutation({
    mutationFn: (values: FormData) =>
      postJson(
        '/api/auth/change-password',
        {
          currentPassword: values.get('current'),
          newPassword: values.get('fresh'),
          revokeOtherSessions: true,
        },
        asIs<unknown>(),
      ),
    onSuccess: props.onDone,
  });
  return (
    <Step
      title={t.newPasswordTitle}
      submit={t.next}
      busy={sending.isPending}
      onSubmit={sending.mutate}
    >
      {sending.isError && <Alarm error={sending.error} wrong={t.wrongPassword} />}
      <TextLine
        name="current"
        label={t.oldPassword}
        autoComplete="current-password"
        secret
        autoFocus
      />
      <TextLine
        name="fresh"
        label={t.newPassword}
        hint={t.newPasswordHint}
        autoComplete="new-password"
        secret
      />
    </Step>
  );
}

function secretIn(uri: string): string {
  return new URL(uri).searchParams.get('secret') ?? '';
}

function ScanFactor(props: { readonly factor: Factor }) {
  const t = useT(staffMessages);
  const { totpURI, backupCodes } = props.factor;
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(totpURI, { border: 2 }))}`;
  return (
    <div className="ls-factor">
      <p>{t.factorScan}</p>
      <img src={picture} alt={t.factorKey} width={180} height={180} />
      <p>
        {t.factorKey} <code>{secretIn(totpURI)}</code>
      </p>
      <p>{t.factorCodes}</p>
      <ul>
        {backupCodes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SecondFactor(props: { readonly onDone: () => void }) {
  const t = useT(staffMessages);
  const [factor, setFactor] = useState<Factor | null>(null);
  const enabling = useMutation({
    mutationFn: (values: FormData) =>
      postJson('/api/auth/two-factor/enable', { password: values.get('password') }, asIs<Factor>()),
    onSuccess: setFactor,
  });
  if (factor !== null) {
    return (
      <>
        <ScanFactor factor={factor} />
        <CodeStep onDone={props.onDone} onBack={() => setFactor(null)} />
      </>
    );
  }
  return (
    <Step
      title={t.factorTitle}
      submit={t.next}
      busy={enabling.isPending}
      onSubmit={enabling.mutate}
    >
      <p className="lk-quiet">{t.factorHint}</p>
      {enabling.isError && <Alarm error={enabling.error} wrong={t.wrong} />}
      <TextLine
        name="password"
        label={t.password}
        autoComplete="current-password"
        secret
        autoFocus
      />
    </Step>
  );
}

/** What a new account does before it may act: a password of its own, then the second factor. */
export function FirstStepsPage(props: { readonly session: Session }) {
  const t = useT(staffMessages);
  const { refresh, signOut } = useSessionMoves();
  const next = () => void refresh();
  return (
    <SignInFrame title={t.signIn}>
      <div className="lk-card">
        {props.session.needs.includes('password') ? (
          <NewPassword onDone={next} />
        ) : (
          <SecondFactor onDone={next} />
        )}
      </div>
      <Button type="link" onClick={() => void signOut()}>
        {t.signOut}
      </Button>
    </SignInFrame>
  );
}
