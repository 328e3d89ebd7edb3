/** @jsxImportSource hono/jsx */
import {
  Details,
  SummaryList,
  type SummaryRow,
  Tag,
  Timeline,
  type Tone,
} from '#kernel/views/index.ts';
import type { FileShown, MatterPageView } from './matter-shown.types.ts';
import { trackMessages } from './track.messages.ts';

const TONES: Readonly<Record<string, Tone>> = {
  IN_HAND: 'moving',
  CHECKING: 'checking',
  CLOSED: 'done',
  ANSWERED: 'done',
  ADOPTED: 'done',
};

/** The state's word: red only where the date has passed, green only where it came out well. */
export function StateTag({ view }: { view: MatterPageView }) {
  const isLate = view.isOverdue && view.isOpen;
  const isDone =
    view.state !== 'CLOSED' || (view.isGoodEnd && view.said.at(-1)?.word !== 'not_solved');
  const tone = isLate ? 'late' : isDone ? (TONES[view.state] ?? 'plain') : 'plain';
  return <Tag tone={tone}>{view.closure ?? view.stateWord}</Tag>;
}

/** Who has it, until when, and how that date comes about line by line. */
export function DuePart({ view }: { view: MatterPageView }) {
  const t = trackMessages[view.lang];
  const due = (
    <>
      {view.due}
      {view.isOverdue && (
        <>
          {' '}
          <Tag tone="late">{t.overdue}</Tag>
        </>
      )}
    </>
  );
  const rows: SummaryRow[] = [
    { key: t.owner, value: view.owner },
    { key: t.due, value: due },
  ];
  return (
    <>
      <SummaryList lang={view.lang} rows={rows} />
      <Details summary={t.whyDue}>
        <ol class="govuk-list govuk-list--number">
          {view.dueLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        {view.isProvisional && <p class="govuk-body">{t.provisional}</p>}
      </Details>
    </>
  );
}

/** What was said, where and when. */
export function Said({ view, heading }: { view: MatterPageView; heading: string }) {
  const t = trackMessages[view.lang];
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <Paragraphs text={view.words} />
      <SummaryList
        lang={view.lang}
        rows={[
          { key: t.place, value: view.place },
          { key: t.received, value: view.received },
        ]}
      />
      <Files view={view} files={view.files} />
    </>
  );
}

/** People's own words, line by line; never read as HTML. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n+/).map((line) => (
        <p key={line} class="govuk-body">
          {line}
        </p>
      ))}
    </>
  );
}

export function Files({ view, files }: { view: MatterPageView; files: readonly FileShown[] }) {
  const t = trackMessages[view.lang];
  if (files.length === 0) return null;
  return (
    <>
      <h3 class="govuk-heading-s">{t.photos}</h3>
      <ul class="l-photos">
        {files.map((file, index) => (
          <li key={file.href}>
            <FileItem view={view} file={file} index={index} />
          </li>
        ))}
      </ul>
    </>
  );
}

function FileItem(props: { view: MatterPageView; file: FileShown; index: number }) {
  const { file } = props;
  const t = trackMessages[props.view.lang];
  if (file.kind === 'photo')
    return (
      <a href={file.href}>
        <img src={file.href} alt={t.photo(props.index + 1)} loading="lazy" />
      </a>
    );
  if (file.kind === 'clip')
    // biome-ignore lint/a11y/useMediaCaption: a resident's own voice note has no captions
    return <audio controls preload="none" src={file.href} aria-label={t.recording} />;
  return (
    <a class="govuk-link" href={file.href}>
      {t.document}
    </a>
  );
}

/** What was done about it, and what is meant for the reporter alone. */
export function Answer({ view }: { view: MatterPageView }) {
  const t = trackMessages[view.lang];
  if (view.answer === null && view.reason === null) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{view.answer === null ? t.reason : t.answer}</h2>
      {view.answer !== null && <Paragraphs text={view.answer} />}
      {view.reason !== null && view.reason !== view.answer && <Paragraphs text={view.reason} />}
      {view.answerPrivate !== null && (
        <>
          <h3 class="govuk-heading-s">{t.answerPrivate}</h3>
          <Paragraphs text={view.answerPrivate} />
        </>
      )}
      <Files view={view} files={view.answerFiles} />
    </>
  );
}

/** What checkers found and what the reporter said, in the order of time: where they differ both stand. */
export function Findings({ view }: { view: MatterPageView }) {
  const t = trackMessages[view.lang];
  const said = { solved: t.solvedWord, not_solved: t.notSolvedWord };
  const words = view.said.map((one) => ({
    at: one.at,
    key: t.yourWord,
    value: [said[one.word], one.when].join(' · '),
  }));
  const findings = view.findings.map((one) => ({
    at: one.at,
    key: one.title,
    value: [one.finding, one.when, one.note].filter(Boolean).join(' · '),
  }));
  const rows = [...words, ...findings].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (rows.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t.checks}</h2>
      <SummaryList lang={view.lang} rows={rows} />
    </>
  );
}

export function Story({ view }: { view: MatterPageView }) {
  const t = trackMessages[view.lang];
  return (
    <>
      <h2 class="govuk-heading-m">{t.timeline}</h2>
      <Timeline label={t.timeline} entries={view.story} />
    </>
  );
}
