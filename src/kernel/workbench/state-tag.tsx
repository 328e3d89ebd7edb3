/** @jsxImportSource react */
import type { ReactNode } from 'react';

/** What a state means for the reader, not which colour it has: red only for overdue and errors, green only for done. */
export type Tone = 'waiting' | 'working' | 'checking' | 'done' | 'late' | 'now' | 'quiet';

/** A state in words on a calm ground, every pair above 4.5:1. Use it in place of antd's Tag. */
export function StateTag(props: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`lk-tag lk-tag-${props.tone}`}>{props.children}</span>;
}
