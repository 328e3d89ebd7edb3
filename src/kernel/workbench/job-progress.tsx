/** @jsxImportSource react */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { asIs, getJson, type Reader } from './api.ts';
import { numberText } from './dates.ts';
import { useLanguage, useT } from './language.tsx';
import { Problem } from './problems.tsx';
import { StateTag, type Tone } from './state-tag.tsx';
import { useLive } from './use-live.ts';
import { workbenchMessages } from './workbench.messages.ts';

/** Long work as the server tells it. */
export type JobView = {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly done: number;
  /** Null while not yet counted. */
  readonly total: number | null;
  readonly note?: string | null;
  readonly faults?: number | null;
  /** Address of the row-by-row fault file. */
  readonly faultFile?: string | null;
};

const POLL_MS = 1_000;

const tones: Readonly<Record<JobView['state'], Tone>> = {
  waiting: 'waiting',
  running: 'working',
  done: 'done',
  failed: 'late',
};

function percentOf(job: JobView): number {
  if (job.state === 'done') return 100;
  return job.total ? Math.floor((100 * job.done) / job.total) : 0;
}

type JobProgressProps = {
  readonly label: string;
  /** GET address of the job. */
  readonly source: string;
  readonly reader?: Reader<JobView>;
  /** Server-sent events that say when to look again; without it the job is asked once a second. */
  readonly stream?: string;
  readonly onEnd?: (job: JobView) => void;
};

/** The bar of long work: how far, what went wrong in which rows, what is kept when it stops. */
export function JobProgress(props: JobProgressProps) {
  const { job: texts } = useT(workbenchMessages);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { source, reader = asIs<JobView>(), stream, onEnd } = props;
  const job = useQuery({
    queryKey: [source],
    queryFn: ({ signal }) => getJson(source, reader, signal),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      const over = state === 'done' || state === 'failed';
      return over || stream !== undefined ? false : POLL_MS;
    },
  });
  useLive(stream ?? null, () => void client.invalidateQueries({ queryKey: [source] }));
  const told = useRef(false);
  const view = job.data;
  useEffect(() => {
    if (view === undefined || told.current || (view.state !== 'done' && view.state !== 'failed'))
      return;
    told.current = true;
    onEnd?.(view);
  }, [view, onEnd]);
  if (job.isError) return <Problem error={job.error} onRetry={() => void job.refetch()} />;
  if (view === undefined) return null;
  const number = (value: number) => numberText(language, value);
  return (
    <section className="lk-job" aria-label={props.label}>
      <div className="lk-job-head">
        <strong>{props.label}</strong>
        <StateTag tone={tones[view.state]}>{texts[view.state]}</StateTag>
        {view.total !== null && (
          <span className="lk-quiet">{texts.count(number(view.done), number(view.total))}</span>
        )}
      </div>
      <Progress
        percent={percentOf(view)}
        aria-label={props.label}
        status={view.state === 'failed' ? 'exception' : 'normal'}
      />
      {view.note && <p className="lk-quiet">{view.note}</p>}
      {view.state === 'failed' && <p>{texts.stopped}</p>}
      {Boolean(view.faults) && (
        <p>
          {texts.faults(number(view.faults ?? 0))}{' '}
          {view.faultFile && (
            <a href={view.faultFile} download>
              {texts.faultFile}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
