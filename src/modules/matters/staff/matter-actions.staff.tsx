/** @jsxImportSource react */
import { App } from 'antd';
import { ActionBar } from '#kernel/workbench/action-bar.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import type { CommandVerb } from '../matters/commands.contract.ts';
import { matterMessages } from '../matters.messages.ts';
import { CommandForm, NEEDS_WORDS } from './command-form.staff.tsx';
import { presentOf } from './present-form.staff.tsx';
import { type MatterAction, type MatterShown, useAct } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';
import { LINK_VERBS } from './task-link.staff.tsx';

const DANGER: readonly string[] = ['cancel', 'reject'];
/** These stand open above, with all they need. */
const OPEN_ABOVE: readonly string[] = ['find', 'finish', 'answer', 'decide'];

/** What cannot be taken back comes last. Where two tasks allow the same verb, each button says whose it is. */
function named(matter: MatterShown, hidden: readonly string[]) {
  const seen = new Set<string>();
  const isDanger = ({ verb }: MatterAction) => DANGER.includes(verb);
  const listed = matter.actions.filter((action) => !hidden.includes(action.verb));
  return [...listed.filter((one) => !isDanger(one)), ...listed.filter(isDanger)].map((action) => {
    const isFirst = !seen.has(action.verb);
    seen.add(action.verb);
    const body = matter.tasks.find((task) => task.id === action.task)?.body.name;
    const isAlone = listed.filter(({ verb }) => verb === action.verb).length === 1;
    return {
      action,
      id: isFirst ? action.verb : `${action.verb} ${action.task}`,
      suffix: isAlone || body === undefined ? '' : ` · ${body}`,
    };
  });
}

/** Just what the server allows now; what needs words asks for them in a small form. */
export function MatterActions({ matter }: { readonly matter: MatterShown }) {
  const { act: verbs, done, sure } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const { message } = App.useApp();
  const act = useAct(matter.number);
  const may = useMay();
  const present = presentOf(matter, may('matter.finish'));
  const shown = named(matter, [...LINK_VERBS, ...(present === null ? [] : OPEN_ABOVE)]);
  if (shown.length === 0 && present !== null) return null;
  const labelOf = (verb: string) => verbs[verb as keyof typeof verbs] ?? verb;
  const tell = (verb: string) => void message.success(done[verb as keyof typeof done]);
  const actionOf = (id: string) => shown.find((one) => one.id === id)?.action;
  const at = async (id: string) => {
    const action = actionOf(id);
    if (action === undefined) return;
    await act(action.verb as CommandVerb, action.task === null ? {} : { task: action.task });
    tell(action.verb);
  };
  const form = (action: MatterAction) => (close: () => void) => (
    <CommandForm
      matter={matter}
      action={action}
      onDone={() => {
        tell(action.verb);
        close();
      }}
      onCancel={close}
    />
  );
  return (
    <ActionBar
      actions={shown.map(({ id, action }) => ({ verb: id, danger: DANGER.includes(action.verb) }))}
      labels={Object.fromEntries(
        shown.map(({ id, action, suffix }) => [id, labelOf(action.verb) + suffix]),
      )}
      act={at}
      forms={Object.fromEntries(
        shown
          .filter(({ action }) => NEEDS_WORDS.includes(action.verb))
          .map(({ id, action }) => [id, form(action)]),
      )}
      isSecond={present !== null}
      confirm={sure}
      texts={refusals}
    />
  );
}
