/** @jsxImportSource react */
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useT } from '#kernel/workbench/language.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { accountsMessages } from './accounts.messages.ts';

export type Told = { readonly username: string; readonly password: string };

/** Kept nowhere: closing the window is the end of it. */
export function ToldPassword(props: { readonly told: Told | null; readonly onClose: () => void }) {
  const t = useT(accountsMessages);
  const [copied, setCopied] = useState(false);
  const { told } = props;
  const close = () => {
    setCopied(false);
    props.onClose();
  };
  // Without TLS a browser has no clipboard for pages; the password stands there to be read.
  const copy = async () => {
    await navigator.clipboard?.writeText(told?.password ?? '');
    setCopied(true);
  };
  const password = <code className="lk-number">{told?.password}</code>;
  return (
    <Modal
      open={told !== null}
      title={t.told.title}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="copy" disabled={!navigator.clipboard} onClick={() => void copy()}>
          {copied ? t.told.copied : t.told.copy}
        </Button>,
        <Button key="done" type="primary" onClick={close}>
          {t.told.done}
        </Button>,
      ]}
    >
      <p>{t.told.explain}</p>
      <Facts
        facts={[
          [t.username, told?.username ?? ''],
          [t.told.title, password],
        ]}
      />
    </Modal>
  );
}
