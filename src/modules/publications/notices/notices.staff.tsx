/** @jsxImportSource react */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Spin } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { textOf } from '#kernel/pure/messages.ts';
import { ActionBar } from '#kernel/workbench/action-bar.tsx';
import { call } from '#kernel/workbench/call.ts';
import { dayText, momentText } from '#kernel/workbench/dates.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { type Column, ListTable } from '#kernel/workbench/list-table.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { Facts, RecordDrawer, Section } from '#kernel/workbench/record-drawer.tsx';
import { StateTag, type Tone } from '#kernel/workbench/state-tag.tsx';
import { Timeline } from '#kernel/workbench/timeline.tsx';
import { deskMessages } from './desk.messages.ts';
import { LINES, NOTICE_STATES, type NoticeState } from './notice.types.ts';
import { DESK, useChoices, useNotice } from './notice-form.staff.tsx';
import { NoticePreview } from './notice-preview.staff.tsx';
import { REASON_MOST } from './notice-text.rules.ts';
import {
  type DeskRecord,
  type DeskRow,
  exportNoticesEndpoint,
  publishNoticeEndpoint,
  withdrawNoticeEndpoint,
} from './notices.contract.ts';
import { noticeMessages } from './notices.messages.ts';

const TONES: Readonly<Record<NoticeState, Tone>> = {
  DRAFT: 'waiting',
  PUBLISHED: 'done',
  WITHDRAWN: 'quiet',
  EXPIRED: 'quiet',
};

type Hung = Pick<DeskRow, 'state' | 'isShown' | 'publishFrom' | 'expiresOn'>;

function NoticeTag(props: { readonly notice: Hung }) {
  const { states } = useT(noticeMessages);
  const words = useT(deskMessages);
  const { state, isShown } = props.notice;
  if (state === 'PUBLISHED' && !isShown) return <StateTag tone="working">{words.waiting}</StateTag>;
  return <StateTag tone={TONES[state]}>{states[state]}</StateTag>;
}

function useDays(): (notice: Hung) => string {
  const words = useT(deskMessages);
  const { language } = useLanguage();
  return ({ publishFrom, expiresOn }) => {
    const from = publishFrom === null ? words.onPublishing : dayText(language, publishFrom);
    return expiresOn === null
      ? words.daysOpen(from)
      : words.days(from, dayText(language, expiresOn));
  };
}

function useColumns(): readonly Column<DeskRow>[] {
  const { columns, pinned } = useT(deskMessages);
  const { lines } = useT(noticeMessages);
  const { language } = useLanguage();
  const days = useDays();
  return [
    { key: 'title', title: columns.title, cell: (row) => row.title },
    {
      key: 'state',
      title: columns.state,
      cell: (row) => (
        <>
          <NoticeTag notice={row} />
          {row.isPinned && <StateTag tone="quiet">{pinned}</StateTag>}
        </>
      ),
      phone: 'bare',
    },
    { key: 'line', title: columns.line, cell: (row) => lines[row.line], phone: 'bare' },
    { key: 'area', title: columns.area, cell: (row) => row.areaName },
    { key: 'days', title: columns.days, cell: days },
    {
      key: 'changed',
      title: columns.changed,
      cell: (row) => momentText(language, row.changedAt),
    },
    { key: 'number', title: columns.number, cell: (row) => row.number, phone: 'hidden' },
  ];
}

function WithdrawForm(props: { readonly record: DeskRecord; readonly close: () => void }) {
  const words = useT(deskMessages);
  const { codes } = useT(noticeMessages);
  const client = useQueryClient();
  const { number, state } = props.record;
  const isDraft = state === 'DRAFT';
  return (
    <ServerForm<{ reason?: string }, DeskRecord>
      name={`notice-withdrawal:${number}`}
      send={({ reason }, key) =>
        call(withdrawNoticeEndpoint, {
          params: { number },
          body: { reason: reason ? reason : null },
          key,
        })
      }
      onDone={() => {
        props.close();
        void client.invalidateQueries({ queryKey: [DESK] });
      }}
      onCancel={props.close}
      submit={words.withdraw}
      texts={codes}
    >
      <Field
        name="reason"
        label={isDraft ? words.fields.reasonDraft : words.fields.reason}
        optional={isDraft}
      >
        <Input.TextArea rows={2} maxLength={REASON_MOST} showCount />
      </Field>
    </ServerForm>
  );
}

function Actions(props: { readonly record: DeskRecord }) {
  const words = useT(deskMessages);
  const { verbs, codes } = useT(noticeMessages);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { number, revision, actions } = props.record;
  const act = async (verb: string) => {
    if (verb !== 'publish') return navigate(`/notices/${number}/change`);
    await call(publishNoticeEndpoint, { params: { number }, body: { revision } });
    await client.invalidateQueries({ queryKey: [DESK] });
  };
  return (
    <ActionBar
      actions={actions}
      labels={verbs}
      act={act}
      confirm={{ publish: words.confirmPublish }}
      forms={{ withdraw: (close) => <WithdrawForm record={props.record} close={close} /> }}
      texts={codes}
    />
  );
}

function Versions(props: { readonly record: DeskRecord }) {
  const words = useT(deskMessages);
  const { versions } = props.record;
  if (versions.length === 0) return null;
  return (
    <Section title={words.versions}>
      <Timeline
        events={versions.map((one) => ({
          id: String(one.version),
          at: one.madeAt,
          text: `${words.version(one.version)} · ${one.correction ?? one.title}`,
          note: (
            <details>
              <summary>{one.title}</summary>
              <p style={{ whiteSpace: 'pre-line' }}>{one.body}</p>
            </details>
          ),
        }))}
      />
    </Section>
  );
}

function RecordBody(props: { readonly record: DeskRecord }) {
  const words = useT(deskMessages);
  const texts = useT(noticeMessages);
  const { language } = useLanguage();
  const days = useDays();
  const { record } = props;
  const { author } = record;
  return (
    <>
      <Section title={words.preview}>
        <NoticePreview level="h4" title={record.title} body={record.body} />
      </Section>
      {record.isShown && (
        <p>
          <a href={`/n/${record.number}`} target="_blank" rel="noopener">
            {words.publicPage}
          </a>
        </p>
      )}
      <Section title={words.facts}>
        <Facts
          facts={[
            [words.columns.line, texts.lines[record.line]],
            [words.columns.area, record.areaName],
            [words.author, texts.signed(author.areaName, textOf(texts.kinds, author.kind))],
            [words.columns.days, days(record)],
            [words.shownAt, record.shownAt && momentText(language, record.shownAt)],
            [words.correction, record.correction],
            [words.withdrawal, record.withdrawal],
          ]}
        />
      </Section>
      <Versions record={record} />
    </>
  );
}

function NoticeDrawer(props: { readonly number: string }) {
  const navigate = useNavigate();
  const { codes } = useT(noticeMessages);
  const notice = useNotice(props.number);
  const record = notice.data;
  return (
    <RecordDrawer
      open
      number={props.number}
      title={record?.title ?? ''}
      tag={record && <NoticeTag notice={record} />}
      onClose={() => void navigate('/notices')}
      actions={record && <Actions record={record} />}
    >
      {notice.isPending && <Spin className="lk-spin" />}
      {notice.isError && (
        <Problem error={notice.error} texts={codes} onRetry={() => void notice.refetch()} />
      )}
      {record && <RecordBody record={record} />}
    </RecordDrawer>
  );
}

/** The desk: every notice of the area, by state and line, and one of them over the list. */
export function NoticesPage() {
  const words = useT(deskMessages);
  const { states, lines } = useT(noticeMessages);
  const columns = useColumns();
  const navigate = useNavigate();
  const { number } = useParams();
  const { line, areas } = useChoices().data ?? { line: null, areas: [] };
  const mayWrite = line !== null && areas.length > 0;
  return (
    <PageFrame title={words.title} note={words.note}>
      <ListTable<DeskRow>
        label={words.list}
        source={DESK}
        exportSource={exportNoticesEndpoint.path}
        columns={columns}
        rowKey={(row) => row.number}
        rowName={(row) => row.title}
        to={(row) => `/notices/${row.number}`}
        views={{
          key: 'state',
          label: words.views,
          options: [
            { value: '', label: words.all },
            ...NOTICE_STATES.map((state) => ({ value: state, label: states[state] })),
          ],
        }}
        filters={[
          {
            key: 'line',
            label: words.line,
            kind: 'choice',
            choices: LINES.map((line) => ({ value: line, label: lines[line] })),
          },
        ]}
        toolbar={
          mayWrite && (
            <Button type="primary" onClick={() => void navigate('/notices/new')}>
              {words.write}
            </Button>
          )
        }
        empty={{ title: words.empty, hint: words.emptyHint }}
      />
      {number !== undefined && <NoticeDrawer number={number} />}
    </PageFrame>
  );
}
