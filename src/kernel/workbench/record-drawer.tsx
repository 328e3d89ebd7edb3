/** @jsxImportSource react */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useT } from './language.tsx';
import { useNarrow } from './use-narrow.ts';
import { workbenchMessages } from './workbench.messages.ts';

type RecordDrawerProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly number: string;
  readonly title: string;
  readonly tag?: ReactNode;
  /** To the neighbours in the list behind; null at its ends. */
  readonly onPrevious?: (() => void) | null;
  readonly onNext?: (() => void) | null;
  /** Stays in sight at the foot: the action bar. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

function Step(props: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly go: (() => void) | null;
}) {
  return (
    <Button
      type="text"
      icon={props.icon}
      aria-label={props.label}
      disabled={props.go === null}
      onClick={() => props.go?.()}
    />
  );
}

/** Where one came from: focus goes back there, or to the page where that is gone. */
function useWayBack() {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const back = opener?.isConnected && opener !== document.body ? opener : null;
      const page = document.getElementById('main');
      (back instanceof HTMLElement ? back : page)?.focus({ preventScroll: true });
    },
    [opener],
  );
}

/** A record over its list: full screen on a phone. Escape closes, focus stays inside and returns to its row. */
export function RecordDrawer(props: RecordDrawerProps) {
  const { drawer } = useT(workbenchMessages);
  const narrow = useNarrow();
  useWayBack();
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      size={narrow ? '100%' : 640}
      className="lk-drawer"
      aria-label={`${props.number} ${props.title}`}
      title={
        <div className="lk-drawer-title">
          <span className="lk-number">{props.number}</span>
          {props.tag}
          <h2>{props.title}</h2>
        </div>
      }
      extra={
        props.onNext !== undefined &&
        props.onPrevious !== undefined && (
          <>
            <Step label={drawer.previous} icon={<LeftOutlined />} go={props.onPrevious} />
            <Step label={drawer.next} icon={<RightOutlined />} go={props.onNext} />
          </>
        )
      }
      footer={props.actions}
    >
      {props.children}
    </Drawer>
  );
}

/** A part of a record with its heading. */
export function Section(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="lk-section">
      <h3>{props.title}</h3>
      {props.children}
    </section>
  );
}

/** Names and values of a record; what has no value is left out, not shown as a dash. */
export function Facts(props: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const told = props.facts.filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return (
    <dl className="lk-lines">
      {told.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
