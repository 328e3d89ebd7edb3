/** @jsxImportSource react */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { importEndpoint } from '#kernel/imports/imports.contract.ts';
import { longJobView, readLongJob } from '#kernel/jobs/progress.contract.ts';
import { addressOf, call } from '#kernel/workbench/call.ts';
import { JobProgress } from '#kernel/workbench/job-progress.tsx';
import { useLanguage, useT, useWords } from '#kernel/workbench/language.tsx';
import type { ImportOffer } from '#kernel/workbench/module.ts';
import { Problem } from '#kernel/workbench/problems.tsx';
import { changesIn, countsIn } from './import-report.ts';
import { importsMessages } from './imports.messages.ts';
import { type Job, Report } from './report.tsx';

const ACCEPTED = { table: '.csv,.xlsx', geojson: '.geojson,.json' } as const;

type Files = Readonly<Record<string, File>>;

function FileField(props: {
  readonly file: ImportOffer['files'][number];
  readonly choose: (file: File | undefined) => void;
}) {
  const t = useT(importsMessages);
  const words = useWords();
  const { field, label, format, example } = props.file;
  return (
    <div className="lk-filter">
      <label htmlFor={`import-${field}`}>{words(label)}</label>
      <input
        id={`import-${field}`}
        type="file"
        accept={ACCEPTED[format]}
        aria-describedby={`import-${field}-hint`}
        onChange={(event) => props.choose(event.target.files?.[0])}
      />
      <p id={`import-${field}-hint`} className="lk-quiet">
        {t.formats[format]}{' '}
        {example !== null && (
          <a href={example} download>
            {t.example}
          </a>
        )}
      </p>
    </div>
  );
}

/** The bar while it runs, and the report once it has ended. */
function Work(props: {
  readonly job: string;
  readonly offer: ImportOffer;
  readonly onEnd: (job: Job) => void;
}) {
  const t = useT(importsMessages);
  const { language } = useLanguage();
  const [isOver, setOver] = useState(false);
  const job = useQuery({
    queryKey: [readLongJob.path, props.job, language],
    enabled: isOver,
    queryFn: async ({ signal }) => {
      const view = await call(readLongJob, { params: { id: props.job }, signal });
      props.onEnd(view);
      return view;
    },
  });
  return (
    <>
      <JobProgress
        label={t.applying}
        source={addressOf(readLongJob.path, { id: props.job })}
        reader={longJobView}
        onEnd={() => setOver(true)}
      />
      {!isOver && <p className="lk-quiet">{t.leave}</p>}
      {job.isError && <Problem error={job.error} />}
      {job.data !== undefined && <Report job={job.data} offer={props.offer} />}
    </>
  );
}

function Buttons(props: {
  readonly mayApply: boolean;
  readonly mayCheck: boolean;
  readonly isSending: boolean;
  readonly send: (dryRun: boolean) => void;
}) {
  const t = useT(importsMessages);
  return (
    <div className="lk-actions-row">
      {props.mayApply && (
        <Button type="primary" loading={props.isSending} onClick={() => props.send(false)}>
          {t.apply}
        </Button>
      )}
      <Button
        type={props.mayApply ? 'default' : 'primary'}
        disabled={!props.mayCheck}
        onClick={() => props.send(true)}
      >
        {t.check}
      </Button>
    </div>
  );
}

type StepsProps = {
  readonly offer: ImportOffer;
  /** The work that is shown, if any. */
  readonly job: string | null;
  readonly show: (job: string | null) => void;
};

/** One kind's files, first checked, then imported. Another file begins again with the check. */
export function ImportSteps({ offer, job, show }: StepsProps) {
  const t = useT(importsMessages);
  const words = useWords();
  const [files, setFiles] = useState<Files>({});
  const [ended, setEnded] = useState<Job | null>(null);
  const send = useMutation({
    mutationFn: (dryRun: boolean) =>
      call(importEndpoint(offer.name, ''), {
        body: { dryRun },
        files: Object.entries(files).map(([field, file]) => ({ field, file })),
      }),
    onSuccess: (answer) => {
      setEnded(null);
      show(answer.job);
    },
  });
  const choose = (field: string, file: File | undefined) => {
    const { [field]: _, ...others } = files;
    setFiles(file === undefined ? others : { ...others, [field]: file });
    setEnded(null);
    send.reset();
    show(null);
  };
  const chosen = Object.keys(files).length > 0;
  const isOver = job === null || ended !== null;
  const isChecked = job !== null && ended?.code === 'import_checked';
  const changes = ended === null ? 0 : changesIn(countsIn(ended.facts, Object.keys(offer.records)));
  const mayApply = isChecked && changes > 0;
  return (
    <section className="lk-card lk-form" aria-label={words(offer.label)}>
      <p className="lk-quiet">{words(offer.hint)}</p>
      {offer.files.map((file) => (
        <FileField key={file.field} file={file} choose={(given) => choose(file.field, given)} />
      ))}
      {!chosen && <p className="lk-quiet">{mayApply ? t.chooseAgain : t.choose}</p>}
      {send.isPending && <p role="status">{t.sending}</p>}
      {send.isError && <Problem error={send.error} texts={t.refusals} />}
      {job !== null && <Work key={job} job={job} offer={offer} onEnd={setEnded} />}
      <Buttons
        mayApply={mayApply && chosen}
        mayCheck={chosen && !send.isPending && isOver}
        isSending={send.isPending}
        send={(dryRun) => send.mutate(dryRun)}
      />
    </section>
  );
}
