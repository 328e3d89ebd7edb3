/** @jsxImportSource react */
import { textOf } from '#kernel/pure/messages.ts';
import { momentText, numberText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { type Column, type Filter, ListTable } from '#kernel/workbench/list-table.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { useAreaChoices } from '../staff/area-choices.staff.tsx';
import { type AuditEntry, listJournal } from './audit.contract.ts';
import { auditMessages } from './audit.messages.ts';
import { SealState } from './seals.staff.tsx';

const NO_PLACE = '0';
/** The rulebook's area for what holds everywhere. */
const EVERYWHERE = '000000000000';

function Who(props: { readonly entry: AuditEntry }) {
  const t = useT(auditMessages);
  const { username, account, face } = props.entry;
  const faces: Readonly<Record<string, string>> = {
    self: t.resident,
    public: t.anybody,
    system: t.system,
    link: t.link,
  };
  if (username !== null) return username;
  const kind = faces[face];
  return (
    <>
      {kind}
      {account !== null && <span className="lk-quiet"> {account}</span>}
    </>
  );
}

function Subject(props: { readonly entry: AuditEntry }) {
  const t = useT(auditMessages);
  const { kind, number, id } = props.entry.subject;
  return (
    <>
      {textOf(t.kinds, kind)} <span className="lk-quiet">{number ?? id}</span>
    </>
  );
}

/** Codes as they stand in the record: for whoever compares them with a file, not prose. */
function codesText({ codes, purpose }: AuditEntry): string {
  const all = Object.entries(codes).filter(([, value]) => value !== null);
  const told = all.map(([key, value]) => `${key}=${String(value)}`);
  return [...(purpose === null ? [] : [purpose]), ...told].join(' · ');
}

function useColumns(): Column<AuditEntry>[] {
  const t = useT(auditMessages);
  const { language } = useLanguage();
  const moment = (instant: string) => momentText(language, instant);
  const places: Readonly<Record<string, string>> = {
    [NO_PLACE]: t.noPlace,
    [EVERYWHERE]: t.everywhere,
  };
  return [
    {
      key: 'at',
      title: t.at,
      cell: (entry) => (
        <>
          {moment(entry.recordedAt)}
          {entry.occurredAt !== entry.recordedAt && (
            <div className="lk-quiet">{t.happened(moment(entry.occurredAt))}</div>
          )}
        </>
      ),
    },
    { key: 'who', title: t.who, cell: (entry) => <Who entry={entry} /> },
    { key: 'acting', title: t.acting, cell: (entry) => entry.organisation?.name ?? '' },
    { key: 'verb', title: t.verb, cell: (entry) => textOf(t.verbs, entry.verb) },
    { key: 'subject', title: t.subject, cell: (entry) => <Subject entry={entry} /> },
    {
      key: 'area',
      title: t.area,
      cell: ({ area }) => area.name ?? places[area.code] ?? area.code,
    },
    { key: 'codes', title: t.codes, cell: codesText },
    {
      key: 'seal',
      title: t.seal,
      align: 'end',
      cell: ({ seal }) => (seal === null ? t.unsealed : numberText(language, seal)),
    },
  ];
}

function useFilters(): Filter[] {
  const t = useT(auditMessages);
  const areas = useAreaChoices();
  const verbs = Object.entries(t.verbs).map(([value, label]) => ({ value, label }));
  return [
    { key: 'account', label: t.filters.account, kind: 'text' },
    { key: 'subject', label: t.filters.subject, kind: 'text' },
    { key: 'verb', label: t.filters.verb, kind: 'choice', choices: verbs },
    { key: 'from', label: t.filters.from, kind: 'date' },
    { key: 'to', label: t.filters.to, kind: 'date' },
    { key: 'area', label: t.filters.area, kind: 'choice', choices: areas },
  ];
}

/** What is journaled, for the audit administrator; and whether the seals over it hold. */
export function AuditPage() {
  const t = useT(auditMessages);
  return (
    <PageFrame title={t.title} note={t.note}>
      <SealState />
      <ListTable<AuditEntry>
        label={t.list}
        source={listJournal.path}
        exportSource={null}
        columns={useColumns()}
        filters={useFilters()}
        rowKey={(entry) => entry.id}
        rowName={(entry) => `${textOf(t.verbs, entry.verb)} ${entry.recordedAt}`}
        empty={{ title: t.emptyTitle, hint: t.emptyHint }}
      />
    </PageFrame>
  );
}
