/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { listLongJobs } from '#kernel/jobs/progress.contract.ts';
import { call } from '#kernel/workbench/call.ts';
import { momentText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT, useWords } from '#kernel/workbench/language.tsx';
import type { ImportOffer } from '#kernel/workbench/module.ts';
import { Problem } from '#kernel/workbench/problems.tsx';
import { importsMessages } from './imports.messages.ts';

const KIND = 'import.';

/** The last imports of this place, so that whoever went away finds his again. */
export function RecentImports(props: {
  readonly offers: readonly ImportOffer[];
  /** The one shown above: it has just begun where the list doesn't know it. */
  readonly shown: string | null;
}) {
  const t = useT(importsMessages);
  const words = useWords();
  const { language } = useLanguage();
  const jobs = useQuery({
    queryKey: [listLongJobs.path, language, props.shown],
    queryFn: ({ signal }) => call(listLongJobs, { query: { kind: KIND }, signal }),
  });
  const offered = (jobs.data?.jobs ?? []).flatMap((job) => {
    const offer = props.offers.find(({ name }) => job.kind === `${KIND}${name}`);
    return offer ? [{ job, offer }] : [];
  });
  return (
    <section className="lk-section" aria-labelledby="recent-imports">
      <h2 id="recent-imports">{t.recent}</h2>
      {jobs.isError && <Problem error={jobs.error} />}
      {jobs.data !== undefined && offered.length === 0 && <p className="lk-quiet">{t.none}</p>}
      <ul className="lk-cards">
        {offered.map(({ job, offer }) => (
          <li key={job.id} className="lk-card">
            <Link to={`/imports?what=${offer.name}&job=${job.id}`}>
              {words(offer.label)} · {momentText(language, job.createdAt)}
            </Link>{' '}
            <span className="lk-quiet">{job.note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
