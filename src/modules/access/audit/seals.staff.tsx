/** @jsxImportSource react */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { longJobView, readLongJob } from '#kernel/jobs/progress.contract.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { addressOf, call } from '#kernel/workbench/call.ts';
import { momentText, numberText } from '#kernel/workbench/dates.ts';
import { JobProgress, type JobView } from '#kernel/workbench/job-progress.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { StateTag, type Tone } from '#kernel/workbench/state-tag.tsx';
import { readSealState, type VerificationView, verifySeals } from './audit.contract.ts';
import { auditMessages } from './audit.messages.ts';

const source = readSealState.path;

function toneOf({ state, code }: VerificationView): Tone {
  if (state === 'failed' || code === 'journal_broken') return 'late';
  return state === 'done' ? 'done' : 'working';
}

function Verification(props: { readonly view: VerificationView }) {
  const t = useT(auditMessages);
  const { language } = useLanguage();
  const { view } = props;
  const erased = Number(view.facts['erased'] ?? 0);
  const code = view.state === 'failed' ? 'failed' : view.code;
  return (
    <>
      <StateTag tone={toneOf(view)}>{textOf(t.results, code)}</StateTag>{' '}
      {momentText(language, view.updatedAt)}
      {erased > 0 && <div className="lk-quiet">{t.erased(numberText(language, erased))}</div>}
    </>
  );
}

function Head(props: { readonly value: string }) {
  return <code style={{ overflowWrap: 'anywhere' }}>{props.value}</code>;
}

/** The last seal, what waits for the next, and the long work of recomputing them all. */
export function SealState() {
  const t = useT(auditMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [job, setJob] = useState<string | null>(null);
  const state = useQuery({
    queryKey: [source],
    queryFn: ({ signal }) => call(readSealState, { signal }),
  });
  const begin = useMutation({
    mutationFn: () => call(verifySeals, { body: {} }),
    onSuccess: (answer) => setJob(answer.job),
  });
  const reader = {
    parse: (value: unknown): JobView => {
      const view = longJobView.parse(value);
      return { ...view, note: textOf(t.results, view.code) };
    },
  };
  const view = state.data;
  const number = (value: number) => numberText(language, value);
  if (state.isError) return <Problem error={state.error} texts={t.refusals} />;
  return (
    <div className="lk-card">
      <section className="lk-section" aria-labelledby="seals">
        <h2 id="seals">{t.seals.title}</h2>
        <p className="lk-quiet">{t.seals.explain}</p>
        {view !== undefined && (
          <Facts
            facts={[
              [
                t.seals.last,
                view.last === null
                  ? t.seals.none
                  : `${number(view.last.sealNo)} · ${momentText(language, view.last.sealedAt)}`,
              ],
              [t.seals.rows, view.last === null ? null : number(view.last.rows)],
              [t.seals.head, view.last && <Head value={view.last.head} />],
              [
                t.seals.waiting,
                view.oldestUnsealedAt === null
                  ? number(view.unsealed)
                  : `${number(view.unsealed)} · ${t.seals.waitingSince(momentText(language, view.oldestUnsealedAt))}`,
              ],
              [
                t.seals.verification,
                view.verification && <Verification view={view.verification} />,
              ],
            ]}
          />
        )}
        {job === null ? (
          <div>
            <Button loading={begin.isPending} onClick={() => begin.mutate()}>
              {t.seals.verify}
            </Button>
          </div>
        ) : (
          <JobProgress
            label={t.seals.running}
            source={addressOf(readLongJob.path, { id: job })}
            reader={reader}
            onEnd={() => void client.invalidateQueries({ queryKey: [source] })}
          />
        )}
        {begin.isError && <Problem error={begin.error} texts={t.refusals} />}
      </section>
    </div>
  );
}
