/** @jsxImportSource react */
import { Alert } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from './language.tsx';
import { workbenchMessages } from './workbench.messages.ts';

// A stream that only changes hands reconnects within a second; nobody need hear of that.
const BREAK_MS = 4_000;

/** Says that what is shown may be old, once a connection has been gone for a while. */
function Reconnecting() {
  const { live } = useT(workbenchMessages);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), BREAK_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status">{isLong && <Alert type="warning" showIcon title={live.waiting} />}</div>
  );
}

/** A page's frame: one heading, what can be begun here, and the content. Sets the window's title. */
export function PageFrame(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
  /** How the page's stream of changes stands, where it has one. */
  readonly live?: 'live' | 'waiting';
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${props.title} · Linli`;
  }, [props.title]);
  return (
    <div className="lk-page">
      <header className="lk-page-head">
        <div>
          <h1>{props.title}</h1>
          {props.note !== undefined && <p className="lk-quiet">{props.note}</p>}
        </div>
        {props.tools !== undefined && <div className="lk-list-tools">{props.tools}</div>}
      </header>
      {props.live === 'waiting' && <Reconnecting />}
      {props.children}
    </div>
  );
}
