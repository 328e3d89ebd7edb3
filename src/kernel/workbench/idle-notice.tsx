/** @jsxImportSource react */
import { Button, Modal } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useT } from './language.tsx';
import { useSession, useSessionMoves } from './session.tsx';
import { workbenchMessages } from './workbench.messages.ts';

const WARN_SECONDS = 120;
const LOOK_MS = 10_000;

/** Warns two minutes before the server ends an idle session; one click keeps it. */
export function IdleNotice() {
  const { idle } = useT(workbenchMessages);
  const { idleSeconds } = useSession();
  const { refresh, signOut } = useSessionMoves();
  const latest = useRef(signOut);
  latest.current = signOut;
  const leave = useCallback(() => latest.current(), []);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    let last = Date.now();
    // Only what a person does counts: the shell's own polling must not keep a deserted desk open.
    const touched = () => {
      last = Date.now();
    };
    window.addEventListener('keydown', touched);
    window.addEventListener('pointerdown', touched);
    const timer = setInterval(() => {
      const seconds = idleSeconds - (Date.now() - last) / 1000;
      setLeft(seconds <= WARN_SECONDS ? Math.max(0, seconds) : null);
      if (seconds <= 0) void leave();
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      window.removeEventListener('keydown', touched);
      window.removeEventListener('pointerdown', touched);
    };
  }, [leave, idleSeconds]);
  return (
    <Modal
      open={left !== null}
      title={idle.title}
      closable={false}
      // The first button has the focus: Enter must keep somebody in, not throw him out.
      footer={[
        <Button
          key="stay"
          type="primary"
          onClick={() => {
            setLeft(null);
            void refresh();
          }}
        >
          {idle.stay}
        </Button>,
        <Button key="leave" onClick={() => void leave()}>
          {idle.leave}
        </Button>,
      ]}
    >
      <p>{idle.text(Math.max(1, Math.ceil((left ?? 0) / 60)))}</p>
    </Modal>
  );
}
