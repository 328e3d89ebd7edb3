/** @jsxImportSource react */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Progress, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { apiFetch } from '#kernel/workbench/api.ts';
import { call } from '#kernel/workbench/call.ts';
import { useT, useWords } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import {
  changesIn,
  IMPORT_KINDS,
  type ImportKind,
  type ImportList,
  type ImportReport,
  reportOf,
} from './import-lists.rules.ts';
import { Report } from './import-report.staff.tsx';
import { importTextsEndpoint } from './import-texts.contract.ts';
import { importsMessages } from './imports.messages.ts';

type Files = Readonly<Partial<Record<ImportList['file'], File>>>;

async function send(kind: ImportKind, files: Files, dryRun: boolean): Promise<ImportReport> {
  const form = new FormData();
  form.set('body', JSON.stringify({ dryRun }));
  for (const [field, file] of Object.entries(files)) form.append(field, file);
  const answer = await apiFetch(IMPORT_KINDS[kind].path, { method: 'POST', body: form });
  return reportOf((await answer.json()) as Record<string, unknown>);
}

function useImportTexts() {
  return useQuery({
    queryKey: [importTextsEndpoint.path],
    queryFn: ({ signal }) => call(importTextsEndpoint, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function FileField(props: {
  readonly list: ImportList;
  readonly choose: (file: File | undefined) => void;
}) {
  const t = useT(importsMessages);
  const { file, accept, example } = props.list;
  const hint = file === 'polygons' ? t.formats.geojson : t.formats.table;
  return (
    <div className="lk-filter">
      <label htmlFor={`import-${file}`}>{t.files[file]}</label>
      <input
        id={`import-${file}`}
        type="file"
        accept={accept}
        aria-describedby={`import-${file}-hint`}
        onChange={(event) => props.choose(event.target.files?.[0])}
      />
      <p id={`import-${file}-hint`} className="lk-quiet">
        {hint}{' '}
        {example !== null && (
          <a href={example} download>
            {t.example}
          </a>
        )}
      </p>
    </div>
  );
}

/** One kind's files, first checked, then imported. Another file begins again with the check. */
function ImportSteps(props: { readonly kind: ImportKind }) {
  const t = useT(importsMessages);
  const words = useWords();
  const texts = useImportTexts();
  const [files, setFiles] = useState<Files>({});
  const work = useMutation({
    mutationFn: (dryRun: boolean) => send(props.kind, files, dryRun),
  });
  const choose = (name: ImportList['file'], file: File | undefined) => {
    const { [name]: _, ...others } = files;
    setFiles(file === undefined ? others : { ...others, [name]: file });
    work.reset();
  };
  const chosen = Object.keys(files).length > 0;
  const report = work.data;
  const readable = Object.fromEntries(
    Object.entries(texts.data?.faults ?? {}).map(([code, text]) => [code, words(text)]),
  );
  const mayApply = report?.dryRun === true && changesIn(report) > 0;
  return (
    <section className="lk-card lk-form" aria-label={t.kinds[props.kind]}>
      <p className="lk-quiet">{t.kindHints[props.kind]}</p>
      {IMPORT_KINDS[props.kind].lists.map((list) => (
        <FileField key={list.file} list={list} choose={(file) => choose(list.file, file)} />
      ))}
      {!chosen && <p className="lk-quiet">{t.choose}</p>}
      {work.isPending && (
        <div role="status">
          <Progress percent={100} status="active" showInfo={false} aria-label={t.checking} />
          <p>{t.checking}</p>
        </div>
      )}
      {work.isError && <Problem error={work.error} texts={{ ...readable, ...t.refusals }} />}
      {report !== undefined && <Report report={report} texts={texts.data} />}
      <div className="lk-actions-row">
        {mayApply && (
          <Button type="primary" loading={work.isPending} onClick={() => work.mutate(false)}>
            {t.apply}
          </Button>
        )}
        <Button
          type={mayApply ? 'default' : 'primary'}
          disabled={!chosen || work.isPending}
          onClick={() => work.mutate(true)}
        >
          {t.check}
        </Button>
      </div>
    </section>
  );
}

/** Brings a district's lists in: territory first, then its bodies. */
export function ImportsPage() {
  const t = useT(importsMessages);
  const may = useMay();
  const open = (Object.keys(IMPORT_KINDS) as ImportKind[]).filter((kind) =>
    may(IMPORT_KINDS[kind].verb),
  );
  const [chosen, setChosen] = useState<ImportKind | undefined>(open[0]);
  return (
    <PageFrame title={t.title} note={t.note}>
      <Radio.Group
        aria-label={t.what}
        value={chosen}
        onChange={(event) => setChosen(event.target.value as ImportKind)}
        options={open.map((value) => ({ value, label: t.kinds[value] }))}
      />
      {chosen !== undefined && <ImportSteps key={chosen} kind={chosen} />}
      {may('hotline.import') && (
        <p>
          {t.hotline} <Link to="/matters">{t.toQueue}</Link>
        </p>
      )}
    </PageFrame>
  );
}
