/** @jsxImportSource react */

import { textOf } from '#kernel/pure/messages.ts';
import { dayText, momentText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Section } from '#kernel/workbench/record-drawer.tsx';
import { StateTag, type Tone } from '#kernel/workbench/state-tag.tsx';
import { matterMessages } from '../matters.messages.ts';
import type { MatterShown } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';
import { TaskLink } from './task-link.staff.tsx';

type Given = { readonly matter: MatterShown };
type Task = MatterShown['tasks'][number];

const TONES: Readonly<Record<string, Tone>> = {
  OFFERED: 'waiting',
  ACCEPTED: 'working',
  RETURNED: 'late',
  SUSPENDED: 'quiet',
  DONE: 'checking',
  CONFIRMED: 'done',
  VERIFIED: 'done',
  CANCELLED: 'quiet',
};

/** Who has which piece of work, and what they answered. */
export function Tasks({ matter }: Given) {
  const { record } = useT(staffMatterMessages);
  if (matter.tasks.length === 0) return null;
  return (
    <Section title={record.tasks}>
      {matter.tasks.map((task) => (
        <TaskCard key={task.id} matter={matter} task={task} />
      ))}
    </Section>
  );
}

function TaskCard({ matter, task }: Given & { readonly task: Task }) {
  const { record } = useT(staffMatterMessages);
  const { task_states, lacks } = useT(matterMessages);
  const { language } = useLanguage();
  const { suspension, dueAt } = task;
  const marks = [
    task.isLead ? record.lead : record.helps,
    task.whistle && lacks[task.whistle],
    dueAt && task.doneAt === null && `${record.checkDue} ${momentText(language, dueAt)}`,
  ];
  return (
    <div className="mt-task">
      <div className="mt-task-head">
        <strong>{task.body.name}</strong>
        <StateTag tone={TONES[task.state] ?? 'quiet'}>{textOf(task_states, task.state)}</StateTag>
        <span className="lk-quiet">{marks.filter(Boolean).join(' · ')}</span>
      </div>
      <Quoted label={record.answer} text={task.answerPublic} />
      <Quoted label={record.inside} text={task.answerPrivate} />
      <Quoted label={record.returned} text={task.returnReason} />
      <TaskLink matter={matter} task={task} />
      {suspension !== null && (
        <p>{record.suspended(suspension.reason, dayText(language, suspension.reviewOn))}</p>
      )}
    </div>
  );
}

function Quoted(props: { readonly label: string; readonly text: string | null }) {
  if (props.text === null || props.text === '') return null;
  return (
    <blockquote>
      <span className="lk-quiet">{props.label}</span> {props.text}
    </blockquote>
  );
}

/** What others found, and what the reporter said. */
export function ChecksDone({ matter }: Given) {
  const { record, tried } = useT(staffMatterMessages);
  const { check_kinds, check_reasons, findings } = useT(matterMessages);
  const { language } = useLanguage();
  if (matter.checks.length === 0 && matter.words_said.length === 0) return null;
  return (
    <Section title={record.checks}>
      {matter.words_said.map((word) => (
        <p key={word.saidAt}>
          {word.solved ? record.said.yes : record.said.no}{' '}
          <span className="lk-quiet">{momentText(language, word.saidAt)}</span>
        </p>
      ))}
      {matter.checks.map((check) => (
        <div key={check.id} className="mt-task">
          <div className="mt-task-head">
            <strong>{check_kinds[check.kind]}</strong>
            <span>{textOf(check_reasons, check.reason)}</span>
            <StateTag tone={check.finding === null ? 'waiting' : 'checking'}>
              {check.finding === null
                ? `${record.waitsFor} ${check.body.name}`
                : textOf(findings, check.finding)}
            </StateTag>
            <span className="lk-quiet">
              {check.finding === null
                ? check.dueAt && `${record.checkDue} ${momentText(language, check.dueAt)}`
                : `${check.body.name} · ${momentText(language, check.doneAt ?? check.askedAt)}`}
            </span>
          </div>
          {check.tried !== null && check.tried.made > 0 && (
            <p className="lk-quiet">{tried(check.tried.made)}</p>
          )}
          {check.note && <blockquote>{check.note}</blockquote>}
        </div>
      ))}
    </Section>
  );
}
