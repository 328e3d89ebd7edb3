/** @jsxImportSource react */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Input, Select, Spin } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { call } from '#kernel/workbench/call.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { deskMessages } from './desk.messages.ts';
import { LivePreview } from './notice-preview.staff.tsx';
import { BODY_MOST, REASON_MOST, TITLE_MOST } from './notice-text.rules.ts';
import {
  correctNoticeEndpoint,
  type DeskRecord,
  editNoticeEndpoint,
  listDeskEndpoint,
  noticeChoicesEndpoint,
  readDeskEndpoint,
  writeNoticeEndpoint,
} from './notices.contract.ts';
import { noticeMessages } from './notices.messages.ts';

export const DESK = listDeskEndpoint.path;

/** One notice as the desk knows it. */
export function useNotice(number: string) {
  return useQuery({
    queryKey: [DESK, number],
    queryFn: () => call(readDeskEndpoint, { params: { number } }),
  });
}

/** On which line the present post writes, and for which areas. */
export function useChoices() {
  return useQuery({
    queryKey: [noticeChoicesEndpoint.path],
    queryFn: () => call(noticeChoicesEndpoint, {}),
  });
}

/** After a change: what was read before is old, and the record is where one wants to be. */
export function useShowRecord() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async ({ number }: Pick<DeskRecord, 'number'>) => {
    await client.invalidateQueries({ queryKey: [DESK] });
    await navigate(`/notices/${number}`);
  };
}

type Typed = {
  readonly area?: string;
  readonly title: string;
  readonly body: string;
  readonly isPinned?: boolean;
  readonly publishFrom?: string;
  readonly expiresOn?: string;
  readonly correction?: string;
};

const dayOrNull = (day: string | undefined) => (day ? day : null);

function contentOf({ title, body, isPinned, expiresOn }: Typed) {
  return { title, body, isPinned: isPinned ?? false, expiresOn: dayOrNull(expiresOn) };
}

const typedOf = (record: DeskRecord): Typed => ({
  title: record.title,
  body: record.body,
  isPinned: record.isPinned,
  publishFrom: record.publishFrom ?? '',
  expiresOn: record.expiresOn ?? '',
});

function ContentFields(props: { readonly withFirstDay: boolean }) {
  const { fields } = useT(deskMessages);
  return (
    <>
      <Field name="title" label={fields.title}>
        <Input maxLength={TITLE_MOST} showCount />
      </Field>
      <Field name="body" label={fields.body} hint={fields.bodyHint}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={BODY_MOST} />
      </Field>
      {props.withFirstDay && (
        <Field name="publishFrom" label={fields.from} hint={fields.fromHint} optional>
          <Input type="date" />
        </Field>
      )}
      <Field name="expiresOn" label={fields.until} hint={fields.untilHint} optional>
        <Input type="date" />
      </Field>
      <Field name="isPinned" label={fields.pinned} optional valueProp="checked">
        <Checkbox />
      </Field>
    </>
  );
}

/** A new draft. Where the post writes for several areas it chooses one. */
export function WriteNoticePage() {
  const words = useT(deskMessages);
  const texts = useT(noticeMessages);
  const navigate = useNavigate();
  const showRecord = useShowRecord();
  const choices = useChoices();
  if (choices.isPending) return <Spin className="lk-spin" />;
  if (choices.isError)
    return <Problem error={choices.error} onRetry={() => void choices.refetch()} />;
  const { line, areas } = choices.data;
  const [only] = areas;
  if (line === null || only === undefined)
    return <PageFrame title={words.writeTitle}>{words.noLine}</PageFrame>;
  return (
    <PageFrame title={words.writeTitle} note={words.writeNote(texts.lines[line])}>
      <div className="lk-card lk-form">
        <ServerForm<Typed, DeskRecord>
          name="notice:new"
          initial={{ area: only.code, isPinned: false }}
          send={({ area = only.code, ...typed }, key) =>
            call(writeNoticeEndpoint, {
              body: { ...contentOf(typed), area, publishFrom: dayOrNull(typed.publishFrom) },
              key,
            })
          }
          onDone={(record) => void showRecord(record)}
          onCancel={() => void navigate('/notices')}
          submit={words.save}
          texts={texts.codes}
        >
          {areas.length > 1 && (
            <Field name="area" label={words.fields.area}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={areas.map(({ code, name }) => ({ value: code, label: name }))}
              />
            </Field>
          )}
          <ContentFields withFirstDay />
          <LivePreview />
        </ServerForm>
      </div>
    </PageFrame>
  );
}

function EditForm(props: { readonly record: DeskRecord }) {
  const words = useT(deskMessages);
  const texts = useT(noticeMessages);
  const showRecord = useShowRecord();
  const { number, revision } = props.record;
  return (
    <ServerForm<Typed, DeskRecord>
      name={`notice:${number}:${revision}`}
      initial={typedOf(props.record)}
      send={(typed, key) =>
        call(editNoticeEndpoint, {
          params: { number },
          body: { ...contentOf(typed), publishFrom: dayOrNull(typed.publishFrom), revision },
          key,
        })
      }
      onDone={(record) => void showRecord(record)}
      onCancel={() => void showRecord(props.record)}
      submit={words.save}
      texts={texts.codes}
    >
      <ContentFields withFirstDay />
      <LivePreview />
    </ServerForm>
  );
}

function CorrectForm(props: { readonly record: DeskRecord }) {
  const words = useT(deskMessages);
  const texts = useT(noticeMessages);
  const showRecord = useShowRecord();
  const { number, revision } = props.record;
  return (
    <ServerForm<Typed, DeskRecord>
      name={`notice-correction:${number}:${revision}`}
      initial={typedOf(props.record)}
      send={(typed, key) =>
        call(correctNoticeEndpoint, {
          params: { number },
          body: { ...contentOf(typed), correction: typed.correction ?? '', revision },
          key,
        })
      }
      onDone={(record) => void showRecord(record)}
      onCancel={() => void showRecord(props.record)}
      submit={words.correct}
      texts={texts.codes}
    >
      <Field name="correction" label={words.fields.correction} hint={words.fields.correctionHint}>
        <Input.TextArea rows={2} maxLength={REASON_MOST} showCount />
      </Field>
      <ContentFields withFirstDay={false} />
      <LivePreview />
    </ServerForm>
  );
}

/** What changes a notice: a draft's text freely, what hangs only by a correction that says what it is. */
export function ChangeNoticePage() {
  const words = useT(deskMessages);
  const { number = '' } = useParams();
  const notice = useNotice(number);
  if (notice.isPending) return <Spin className="lk-spin" />;
  if (notice.isError) return <Problem error={notice.error} onRetry={() => void notice.refetch()} />;
  const isDraft = notice.data.state === 'DRAFT';
  return (
    <PageFrame
      title={isDraft ? words.editTitle : words.correctTitle}
      note={isDraft ? number : words.correctNote}
    >
      <div className="lk-card lk-form">
        {isDraft ? <EditForm record={notice.data} /> : <CorrectForm record={notice.data} />}
      </div>
    </PageFrame>
  );
}
