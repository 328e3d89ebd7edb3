/** @jsxImportSource react */
import { type ReactNode, useEffect } from 'react';

/** A page's frame: one heading, what can be begun here, and the content. Sets the window's title. */
export function PageFrame(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly tools?: ReactNode;
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
      {props.children}
    </div>
  );
}
