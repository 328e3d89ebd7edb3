/** @jsxImportSource react */
import { Radio } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useT, useWords } from '#kernel/workbench/language.tsx';
import type { ImportOffer } from '#kernel/workbench/module.ts';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { ImportSteps } from './import-steps.tsx';
import { importsMessages } from './imports.messages.ts';
import { RecentImports } from './recent-imports.tsx';

/** Brings a district's lists in: what is shown stands in the address, so that a reload or a link comes back to it. */
export function ImportsPage(props: { readonly offers: readonly ImportOffer[] }) {
  const t = useT(importsMessages);
  const words = useWords();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const open = props.offers.filter((offer) => may(offer.verb));
  const chosen = open.find(({ name }) => name === params.get('what')) ?? open[0];
  if (chosen === undefined) return null;
  const show = (what: string, job: string | null) =>
    setParams(job === null ? { what } : { what, job }, { replace: true });
  return (
    <PageFrame title={t.title} note={t.note}>
      <Radio.Group
        aria-label={t.what}
        value={chosen.name}
        onChange={(event) => show(String(event.target.value), null)}
        options={open.map(({ name, label }) => ({ value: name, label: words(label) }))}
      />
      <ImportSteps
        key={chosen.name}
        offer={chosen}
        job={params.get('job')}
        show={(job) => show(chosen.name, job)}
      />
      <RecentImports offers={open} shown={params.get('job')} />
      {may('hotline.import') && (
        <p>
          {t.hotline} <Link to="/matters">{t.toQueue}</Link>
        </p>
      )}
    </PageFrame>
  );
}
