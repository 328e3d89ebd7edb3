/** @jsxImportSource react */
import { Spin } from 'antd';
import { useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { RecordDrawer, Section } from '#kernel/workbench/record-drawer.tsx';
import { matterMessages } from '../matters.messages.ts';
import { Due, MatterState } from './due.staff.tsx';
import { MatterActions } from './matter-actions.staff.tsx';
import { About, Clocks, History, Said } from './matter-parts.staff.tsx';
import { ChecksDone, Tasks } from './matter-work.staff.tsx';
import { PresentForm } from './present-form.staff.tsx';
import { useMatter } from './reading.staff.tsx';
import { Reporter } from './reporter.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

/** One matter over the list it was opened from: what was said, what is to be done now, the rest below. */
export function MatterDrawer(props: { readonly number: string; readonly onClose: () => void }) {
  const { record, queue } = useT(staffMatterMessages);
  const { matter } = useT(matterMessages);
  const reading = useMatter(props.number);
  const shown = reading.data;
  return (
    <RecordDrawer
      open
      number={props.number}
      title={shown?.title ?? matter}
      tag={
        shown && (
          <>
            <MatterState line={shown} />
            {shown.closure === null && (
              <span>
                {queue.due} <Due at={shown.dueAt} isLate={shown.isOverdue} />
              </span>
            )}
          </>
        )
      }
      onClose={props.onClose}
      actions={shown && <MatterActions key={props.number} matter={shown} />}
    >
      {reading.isPending && <Spin className="lk-spin" />}
      {reading.isError && (
        <Problem
          error={reading.error}
          texts={{ not_found: record.notFound }}
          onRetry={() => void reading.refetch()}
        />
      )}
      {shown && (
        <>
          <Section title={record.words}>
            <Said matter={shown} />
          </Section>
          <PresentForm key={`now ${shown.number}`} matter={shown} />
          <Section title={record.about}>
            <About matter={shown} />
            <Reporter key={shown.number} matter={shown} />
          </Section>
          <Section title={record.deadlines}>
            <Clocks matter={shown} />
          </Section>
          <Tasks matter={shown} />
          <ChecksDone matter={shown} />
          <Section title={record.timeline}>
            <History matter={shown} />
          </Section>
        </>
      )}
    </RecordDrawer>
  );
}
