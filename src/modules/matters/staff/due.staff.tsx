/** @jsxImportSource react */
import { dueText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import { matterMessages } from '../matters.messages.ts';
import { type MatterLine, toneOf } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

const DAY_MS = 86_400_000;

/** Until when; once it is past, in red and by how many days. */
export function Due(props: { readonly at: string; readonly isLate?: boolean }) {
  const { language } = useLanguage();
  const { queue } = useT(staffMatterMessages);
  const left = new Date(props.at).getTime() - Date.now();
  const isLate = props.isLate ?? left < 0;
  const tone = isLate ? 'mt-late' : left < DAY_MS && left > 0 ? 'mt-soon' : undefined;
  return (
    <time dateTime={props.at} className={`mt-due ${tone ?? ''}`}>
      <span>{dueText(language, props.at)}</span>{' '}
      {isLate && <span>{queue.late(Math.max(0, Math.floor(-left / DAY_MS)))}</span>}
    </time>
  );
}

/** The matter's state in words; a closed one says how it ended. */
export function MatterState(props: { readonly line: Pick<MatterLine, 'state' | 'closure'> }) {
  const { states, closures } = useT(matterMessages);
  const { line } = props;
  return (
    <StateTag tone={toneOf(line)}>
      {line.closure === null ? states[line.state] : closures[line.closure]}
    </StateTag>
  );
}
