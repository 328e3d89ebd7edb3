/** @jsxImportSource react */
import type { ReactNode } from 'react';

/** Says what will appear here and how to make it appear. */
export function Empty(props: {
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className="lk-empty">
      <p className="lk-empty-title">{props.title}</p>
      <p>{props.hint}</p>
      {props.action}
    </div>
  );
}
