/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { percent, type Share } from '#kernel/pure/statistics.ts';
import { call } from '#kernel/workbench/call.ts';
import { dayText } from '#kernel/workbench/dates.ts';
import { Figure } from '#kernel/workbench/figure.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { secretariesReportEndpoint } from '../bodies.contract.ts';
import { bodiesMessages } from '../bodies.messages.ts';

type Report = OutputOf<(typeof secretariesReportEndpoint)['reply']>;

/** The community Party secretaries on a chosen day: how many, how old, how schooled. */
export function SecretariesPage() {
  const { report: words, tree } = useT(bodiesMessages);
  const [search, setSearch] = useSearchParams();
  const date = search.get('date') ?? '';
  const answer = useQuery({
    queryKey: ['reports', 'secretaries', date],
    queryFn: ({ signal }) =>
      call(secretariesReportEndpoint, { query: date === '' ? {} : { date }, signal }),
  });
  const change = (value: string) =>
    setSearch(value === '' ? {} : { date: value }, { replace: true });
  return (
    <PageFrame title={words.title}>
      <div className="lk-conditions">
        <label htmlFor="report-date">
          {words.date}
          <Input
            id="report-date"
            type="date"
            value={date === '' ? (answer.data?.date ?? '') : date}
            onChange={(event) => change(event.target.value)}
            style={{ width: 160 }}
          />
        </label>
        {date !== '' && <Button onClick={() => change('')}>{tree.today}</Button>}
      </div>
      {answer.isError && <Problem error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton active />}
      {answer.data && <Figures report={answer.data} />}
    </PageFrame>
  );
}

/** One decimal, as the text beside it says it. */
const tenths = ({ count, of }: Share) => (of === 0 ? null : Math.round((1000 * count) / of) / 10);

function Figures({ report }: { readonly report: Report }) {
  const { report: words } = useT(bodiesMessages);
  const { language } = useLanguage();
  const period = dayText(language, report.date);
  const share = (label: string, value: Share) => (
    <Figure
      label={label}
      value={tenths(value)}
      unit="%"
      count={value.count}
      total={value.of}
      period={period}
      definition={words.shareHow}
    />
  );
  return (
    <>
      <div className="lk-grid">
        <Figure
          label={words.filled}
          value={report.filled.count}
          unit=""
          count={report.filled.count}
          total={report.filled.of}
          period={period}
          definition={words.filledHow}
          to={`/bodies?tree=party&date=${report.date}`}
        />
        <Figure
          label={words.meanAge}
          value={report.meanAge}
          unit={words.years}
          period={`${words.known(report.agesKnown)} · ${period}`}
          definition={words.meanAgeHow}
        />
        {share(words.upTo35, report.upTo35)}
        {share(words.bachelorOrHigher, report.bachelorOrHigher)}
        {share(words.postgraduates, report.postgraduates)}
      </div>
      <EducationTable report={report} />
    </>
  );
}

function EducationTable({ report }: { readonly report: Report }) {
  const { report: words } = useT(bodiesMessages);
  const total = report.educations[0]?.share.of ?? 0;
  return (
    <section className="lk-table-box lk-table-fits" aria-label={words.education}>
      <table className="lk-table">
        <caption>{words.education}</caption>
        <thead>
          <tr>
            <th scope="col">{words.education}</th>
            <th scope="col" className="lk-end">
              {words.count}
            </th>
            <th scope="col" className="lk-end">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.educations.map(({ education, share }) => (
            <tr key={education}>
              <th scope="row">{words.educations[education]}</th>
              <td className="lk-end">{share.count}</td>
              <td className="lk-end">{percent(share)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.total}</th>
            <td className="lk-end">{total}</td>
            <td className="lk-end">{percent({ count: total, of: total })}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
