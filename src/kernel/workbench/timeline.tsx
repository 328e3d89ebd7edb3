/** @jsxImportSource react */
import type { ReactNode } from 'react';
import { momentText } from './dates.ts';
import { useLanguage, useT } from './language.tsx';
import { StateTag, type Tone } from './state-tag.tsx';
import { workbenchMessages } from './workbench.messages.ts';

/** One thing that happened, already in words: the page turns journal verbs into sentences. */
export type TimelineEvent = {
  readonly id: string;
  readonly at: string;
  readonly text: ReactNode;
  /** Who, and in which post. */
  readonly by?: string;
  readonly note?: ReactNode;
  readonly public?: boolean;
};

/** What happened to a record, oldest first. */
export function Timeline(props: { readonly events: readonly TimelineEvent[] }) {
  const { language } = useLanguage();
  const { drawer } = useT(workbenchMessages);
  if (props.events.length === 0) return <p className="lk-quiet">{drawer.noEvents}</p>;
  return (
    <ol className="lk-timeline" aria-label={drawer.timeline}>
      {props.events.map((event) => (
        <li key={event.id}>
          <div className="lk-quiet">
            <time dateTime={event.at}>{momentText(language, event.at)}</time>
            {event.by !== undefined && ` · ${event.by}`}
            {event.public && <StateTag tone="quiet">{drawer.publicMark}</StateTag>}
          </div>
          <div>{event.text}</div>
          {event.note !== undefined && <blockquote>{event.note}</blockquote>}
        </li>
      ))}
    </ol>
  );
}

export type DeadlineView = {
  readonly due: string;
  readonly state: 'running' | 'paused' | 'met' | 'overdue' | 'missed';
  /** The calendar is not loaded that far: the date may still move. */
  readonly provisional?: boolean;
  /** How the date came about, one sentence a line, in the reader's language. */
  readonly lines: readonly string[];
};

const tones: Readonly<Record<DeadlineView['state'], Tone>> = {
  running: 'working',
  paused: 'quiet',
  met: 'done',
  overdue: 'late',
  missed: 'late',
};

/** A due date with its state, that explains itself line by line. */
export function Deadline(props: { readonly label?: string; readonly deadline: DeadlineView }) {
  const { language } = useLanguage();
  const { deadline: texts } = useT(workbenchMessages);
  const { due, state, lines, provisional } = props.deadline;
  return (
    <div className="lk-deadline">
      <div className="lk-deadline-head">
        <span className="lk-quiet">{props.label ?? texts.due}</span>
        <strong>
          <time dateTime={due}>{momentText(language, due)}</time>
        </strong>
        <StateTag tone={tones[state]}>{texts[state]}</StateTag>
      </div>
      {provisional && <p className="lk-quiet">{texts.provisional}</p>}
      {lines.length > 0 && (
        <details>
          <summary>{texts.why}</summary>
          <ol>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
