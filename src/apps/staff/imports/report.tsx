/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { firstLongJobFaults, type longJobView } from '#kernel/jobs/progress.contract.ts';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { call } from '#kernel/workbench/call.ts';
import { numberText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT, useWords } from '#kernel/workbench/language.tsx';
import type { ImportOffer } from '#kernel/workbench/module.ts';
import { Problem } from '#kernel/workbench/problems.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { useNarrow } from '#kernel/workbench/use-narrow.ts';
import { type Counted, changesIn, countsIn, isSeen } from './import-report.ts';
import { importsMessages } from './imports.messages.ts';

export type Job = OutputOf<typeof longJobView>;

type Cells = readonly (readonly [key: string, cells: readonly string[]])[];

/** A table on a desk, cards on a phone. */
function Table(props: { readonly heads: readonly string[]; readonly rows: Cells }) {
  const { heads, rows } = props;
  if (useNarrow())
    return (
      <ul className="lk-cards">
        {rows.map(([key, cells]) => (
          <li key={key} className="lk-card">
            <Facts facts={heads.map((head, index) => [head, cells[index] ?? ''])} />
          </li>
        ))}
      </ul>
    );
  return (
    <div className="lk-table-box">
      <table className="lk-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, cells]) => (
            <tr key={key}>
              {cells.map((text, index) => (
                <td key={heads[index]} style={{ overflowWrap: 'anywhere' }}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Counts(props: { readonly counts: readonly Counted[]; readonly offer: ImportOffer }) {
  const t = useT(importsMessages);
  const words = useWords();
  const { language } = useLanguage();
  const seen = props.counts.filter(isSeen);
  if (seen.length === 0) return null;
  const has = (what: 'changed' | 'refused') => seen.some((one) => one[what] !== null);
  const number = (value: number | null) => numberText(language, value ?? 0);
  const rows: Cells = seen.map((one) => [
    one.record,
    [
      words(props.offer.records[one.record] ?? one.record),
      number(one.added),
      ...(has('changed') ? [number(one.changed)] : []),
      number(one.unchanged),
      ...(has('refused') ? [number(one.refused)] : []),
    ],
  ]);
  const heads = [
    t.record,
    t.added,
    ...(has('changed') ? [t.changed] : []),
    t.unchanged,
    ...(has('refused') ? [t.refused] : []),
  ];
  return <Table heads={heads} rows={rows} />;
}

function Faults(props: { readonly job: Job }) {
  const t = useT(importsMessages);
  const { language } = useLanguage();
  const { id, faults: count, faultFile } = props.job;
  const faults = useQuery({
    queryKey: [firstLongJobFaults.path, id, language],
    queryFn: ({ signal }) => call(firstLongJobFaults, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shown = faults.data?.faults ?? [];
  const hasFile = shown.some(({ file }) => file !== null);
  const heads = [...(hasFile ? [t.file] : []), t.line, t.column, t.why, t.value];
  const rows: Cells = shown.map(({ file, line, column, reason, value }, index) => [
    String(index),
    [...(hasFile ? [file ?? ''] : []), String(line), column, reason, value],
  ]);
  return (
    <section className="lk-section" aria-labelledby="import-faults">
      <h2 id="import-faults">{t.faults(numberText(language, count))}</h2>
      <p>{t.partly}</p>
      {faultFile !== null && (
        <p>
          <a href={faultFile} download>
            {t.faultFile}
          </a>
        </p>
      )}
      {faults.isError && <Problem error={faults.error} />}
      {rows.length > 0 && <Table heads={heads} rows={rows} />}
      {shown.length < count && shown.length > 0 && (
        <p className="lk-quiet">{t.firstFaults(numberText(language, shown.length))}</p>
      )}
    </section>
  );
}

/** What a check found or an import did, for somebody who has the file before him. */
export function Report(props: { readonly job: Job; readonly offer: ImportOffer }) {
  const t = useT(importsMessages);
  const { language } = useLanguage();
  const { job, offer } = props;
  const counts = countsIn(job.facts, Object.keys(offer.records));
  const changes = changesIn(counts);
  const isDry = job.code === 'import_checked';
  const amount = numberText(language, changes);
  const told = isDry ? t.willDo(amount) : t.did(amount);
  return (
    <div>
      {job.state === 'done' && (
        <Alert
          type={isDry ? 'info' : 'success'}
          showIcon
          role="status"
          title={isDry ? t.checkedTitle : t.doneTitle}
          description={isDry && changes === 0 ? t.nothing : told}
        />
      )}
      <Counts counts={counts} offer={offer} />
      {job.faults > 0 && <Faults job={job} />}
    </div>
  );
}
