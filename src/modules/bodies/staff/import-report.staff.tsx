/** @jsxImportSource react */
import { Alert, Button } from 'antd';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { numberText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT, useWords } from '#kernel/workbench/language.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { useNarrow } from '#kernel/workbench/use-narrow.ts';
import { changesIn, csvOf, type ImportFault, type ImportReport } from './import-lists.rules.ts';
import type { importTextsEndpoint } from './import-texts.contract.ts';
import { importsMessages } from './imports.messages.ts';

type Texts = OutputOf<(typeof importTextsEndpoint)['reply']> | undefined;
const SHOWN = 200;

/** A fault in words: which file, where in it, what is wrong, and what stands there. */
function useFaultCells(texts: Texts): (fault: ImportFault) => readonly string[] {
  const t = useT(importsMessages);
  const words = useWords();
  const said = (by: Readonly<Record<string, { zh: string; en: string }>>, key: string) => {
    const text = by[key];
    return text === undefined ? key : words(text);
  };
  return ({ file, line, column, code, value }) => [
    textOf(t.files, file),
    String(line),
    said(texts?.columns ?? {}, column),
    said(texts?.faults ?? {}, code),
    value,
  ];
}

function useHeads(): readonly string[] {
  const t = useT(importsMessages);
  return [t.file, t.line, t.column, t.why, t.value];
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

function FaultTable(props: { readonly rows: readonly (readonly string[])[] }) {
  const heads = useHeads();
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className="lk-cards">
        {props.rows.map((cells) => (
          <li key={cells.join(' ')} className="lk-card">
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
          {props.rows.map((cells) => (
            <tr key={cells.join(' ')}>
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

function Faults(props: { readonly faults: readonly ImportFault[]; readonly texts: Texts }) {
  const t = useT(importsMessages);
  const { language } = useLanguage();
  const cellsOf = useFaultCells(props.texts);
  const heads = useHeads();
  const { faults } = props;
  const number = (value: number) => numberText(language, value);
  const keep = () => download('import-faults.csv', csvOf([heads, ...faults.map(cellsOf)]));
  return (
    <section className="lk-section" aria-labelledby="import-faults">
      <h2 id="import-faults">{t.faults(number(faults.length))}</h2>
      <p>{t.partly}</p>
      <div>
        <Button onClick={keep}>{t.faultFile}</Button>
      </div>
      <FaultTable rows={faults.slice(0, SHOWN).map(cellsOf)} />
      {faults.length > SHOWN && <p className="lk-quiet">{t.firstFaults(number(SHOWN))}</p>}
    </section>
  );
}

function Tallies(props: { readonly report: ImportReport }) {
  const t = useT(importsMessages);
  const { language } = useLanguage();
  const told = props.report.tallies.filter(
    ([, tally]) => tally.added + tally.changed + tally.unchanged > 0,
  );
  const number = (value: number) => numberText(language, value);
  const narrow = useNarrow();
  if (told.length === 0) return null;
  if (narrow)
    return (
      <Facts
        facts={told.map(([name, tally]) => [
          textOf(t.tallies, name),
          `${t.added} ${number(tally.added)} · ${t.changed} ${number(tally.changed)} · ${t.unchanged} ${number(tally.unchanged)}`,
        ])}
      />
    );
  return (
    <div className="lk-table-box">
      <table className="lk-table">
        <thead>
          <tr>
            {[t.record, t.added, t.changed, t.unchanged].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map(([name, { added, changed, unchanged }]) => (
            <tr key={name}>
              <th scope="row">{textOf(t.tallies, name)}</th>
              <td>{number(added)}</td>
              <td>{number(changed)}</td>
              <td>{number(unchanged)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a check found or an import did. */
export function Report(props: { readonly report: ImportReport; readonly texts: Texts }) {
  const t = useT(importsMessages);
  const { language } = useLanguage();
  const { report, texts } = props;
  const count = changesIn(report);
  const amount = numberText(language, count);
  const told = report.dryRun ? t.willDo(amount) : t.did(amount);
  return (
    <div>
      <Alert
        type={report.dryRun ? 'info' : 'success'}
        showIcon
        role="status"
        title={report.dryRun ? t.checkedTitle : t.doneTitle}
        description={report.dryRun && count === 0 ? t.nothing : told}
      />
      <Tallies report={report} />
      {report.faults.length > 0 && <Faults faults={report.faults} texts={texts} />}
    </div>
  );
}
