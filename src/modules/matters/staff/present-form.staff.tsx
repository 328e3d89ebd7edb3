/** @jsxImportSource react */
import { useT } from '#kernel/workbench/language.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { AnswerForm, DecideForm } from './answer-forms.staff.tsx';
import { FindForm } from './find-form.staff.tsx';
import { type Before, FinishForm } from './finish-form.staff.tsx';
import type { MatterAction, MatterShown } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** The form of what is mostly done next: it stands open, so that doing it is writing and one press. */
export type Present =
  | { readonly kind: 'find'; readonly action: MatterAction }
  | { readonly kind: 'finish'; readonly before: Before; readonly task: string | null }
  | { readonly kind: 'answer' | 'decide' };

/** Chosen from what the server allows; null where nothing needs a form at once. */
export function presentOf(matter: MatterShown, mayFinish: boolean): Present | null {
  const find = (verb: string) => matter.actions.find((action) => action.verb === verb);
  const check = find('find');
  if (check) return { kind: 'find', action: check };
  const finish = find('finish');
  if (finish) return { kind: 'finish', before: null, task: finish.task };
  const accept = find('accept');
  if (accept && mayFinish) return { kind: 'finish', before: 'accept', task: accept.task };
  if (find('answer')) return { kind: 'answer' };
  if (find('decide')) return { kind: 'decide' };
  return find('take') && mayFinish ? { kind: 'finish', before: 'take', task: null } : null;
}

/** Draws it between what was said and the rest. */
export function PresentForm({ matter }: { readonly matter: MatterShown }) {
  const { record } = useT(staffMatterMessages);
  const may = useMay();
  const present = presentOf(matter, may('matter.finish'));
  if (present === null) return null;
  return (
    <section className="mt-now" aria-label={record.now}>
      {present.kind === 'find' && (
        <FindForm key={present.action.check} matter={matter} action={present.action} />
      )}
      {present.kind === 'finish' && (
        <FinishForm number={matter.number} before={present.before} task={present.task} />
      )}
      {present.kind === 'answer' && <AnswerForm number={matter.number} />}
      {present.kind === 'decide' && <DecideForm number={matter.number} />}
    </section>
  );
}
