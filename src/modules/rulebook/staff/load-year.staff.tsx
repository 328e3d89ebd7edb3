/** @jsxImportSource react */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { fieldMessages } from '#kernel/pure/fields.messages.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { call } from '#kernel/workbench/call.ts';
import { FileChoice } from '#kernel/workbench/file-choice.tsx';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import {
  type FeastWritten,
  HOLIDAYS,
  loadCalendarYearEndpoint,
  readNoticeFileEndpoint,
  showCalendarEndpoint,
} from '../calendars/calendar.contract.ts';
import { readNoticeDay, readNoticeDays } from '../calendars/notice-days.rules.ts';
import { rulebookMessages } from '../rulebook.messages.ts';
import { settingsMessages } from './settings.messages.ts';

/** A feast as it stands in the form: its days as they are typed. */
type Row = {
  readonly holiday: FeastWritten['holiday'];
  readonly from: string;
  readonly to: string;
  readonly law?: string;
  readonly work?: string;
};
type Values = { readonly year: number; readonly source: string; readonly feasts: readonly Row[] };

const rowOf = ({ holiday, off, law, work }: FeastWritten): Row => ({
  holiday,
  from: off[0],
  to: off[1],
  law: law.join(' '),
  work: (work ?? []).join(' '),
});

/** What can't be read is sent as it was typed: the server says at which field it stumbled. */
const dayOf = (text: string) => {
  const day = readNoticeDay(text);
  return typeof day === 'string' ? day : text;
};
const daysOf = (text: string | undefined) => {
  const days = readNoticeDays(text ?? '');
  return Array.isArray(days) ? days : [text ?? ''];
};

const feastOf = ({ holiday, from, to, law, work }: Row): FeastWritten => ({
  holiday,
  off: [dayOf(from), dayOf(to)],
  law: daysOf(law),
  work: daysOf(work),
});

function FeastRows() {
  const t = useT(settingsMessages);
  const choices = HOLIDAYS.map((value) => ({ value, label: t.calendar.holidays[value] }));
  return (
    <Form.List name="feasts">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }, index) => (
            <fieldset key={key}>
              <legend>
                {t.calendar.holiday} {index + 1}
              </legend>
              <Field name={`${name}.holiday`} label={t.calendar.holiday}>
                <Select options={choices} />
              </Field>
              <Field name={`${name}.from`} label={t.calendar.offFrom}>
                <Input placeholder="02-05" />
              </Field>
              <Field name={`${name}.to`} label={t.calendar.offTo}>
                <Input placeholder="02-11" />
              </Field>
              <Field
                name={`${name}.law`}
                label={t.calendar.law}
                hint={t.calendar.daysHint}
                optional
              >
                <Input />
              </Field>
              <Field name={`${name}.work`} label={t.calendar.work} optional>
                <Input />
              </Field>
              <Button onClick={() => remove(name)}>{t.calendar.remove}</Button>
            </fieldset>
          ))}
          <Button onClick={() => add({})}>{t.calendar.add}</Button>
        </>
      )}
    </Form.List>
  );
}

type FileFault = {
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
};

function Faults(props: { readonly faults: readonly FileFault[] }) {
  const t = useT(settingsMessages);
  const words: Readonly<Record<string, unknown>> = useT(fieldMessages);
  return (
    <div role="alert" className="lk-form-faults">
      <strong>{t.calendar.faults}</strong>
      <ul>
        {props.faults.map((fault) => (
          <li key={`${fault.line} ${fault.column}`}>
            {t.calendar.line} {fault.line} · {fault.column} · {fault.value} ·{' '}
            {textOf(words, fault.code)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A year's holidays: typed, or read from a table and looked over. */
export function LoadYear(props: {
  readonly year: number;
  readonly onDone: (year: number) => void;
  readonly onCancel: () => void;
}) {
  const t = useT(settingsMessages);
  const { refusals } = useT(rulebookMessages);
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [reads, setReads] = useState(0);
  const reading = useMutation({
    mutationFn: (file: File) =>
      call(readNoticeFileEndpoint, { body: {}, files: [{ field: 'file', file }] }),
    onSuccess: ({ feasts }) => {
      setRows(feasts.map(rowOf));
      setReads((before) => before + 1);
    },
  });
  const done = ({ year }: { readonly year: number }) => {
    void client.invalidateQueries({ queryKey: [showCalendarEndpoint.path] });
    props.onDone(year);
  };
  const faults = reading.data?.faults ?? [];
  return (
    <section className="lk-card lk-form" aria-label={t.calendar.load}>
      <FileChoice
        label={t.calendar.file}
        pick={t.calendar.pickFile}
        hint={t.calendar.fileHint}
        accept=".csv,.xlsx"
        onChoose={([file]) => file && reading.mutate(file)}
      />
      {reading.isError && <Problem error={reading.error} texts={refusals} />}
      {reading.isSuccess && <p role="status">{t.calendar.read(String(rows.length))}</p>}
      {faults.length > 0 && <Faults faults={faults} />}
      <ServerForm<Values, { readonly year: number }>
        key={reads}
        name={`calendar-year-${reads}`}
        send={({ year, source, feasts }, key) =>
          call(loadCalendarYearEndpoint, {
            body: { year, source, feasts: feasts.map(feastOf) },
            key,
          })
        }
        onDone={done}
        onCancel={props.onCancel}
        submit={t.calendar.save}
        texts={{ ...refusals }}
        initial={{ year: props.year, feasts: rows.length > 0 ? rows : [{} as Row] }}
      >
        <Field name="year" label={t.calendar.year} hint={t.calendar.loadAgain}>
          <InputNumber min={2009} max={2199} precision={0} />
        </Field>
        <Field name="source" label={t.calendar.source} hint={t.calendar.sourceHint}>
          <Input maxLength={200} />
        </Field>
        <FeastRows />
      </ServerForm>
    </section>
  );
}
