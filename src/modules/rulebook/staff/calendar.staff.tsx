/** @jsxImportSource react */
import { App, Button, Spin } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { dayText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import type { showCalendarEndpoint } from '../calendars/calendar.contract.ts';
import { MANAGE_RULES } from '../rulebook.policy.ts';
import { LoadYear } from './load-year.staff.tsx';
import { settingsMessages } from './settings.messages.ts';
import { SettingsFrame, useCalendar } from './settings-frame.staff.tsx';

type Calendar = OutputOf<(typeof showCalendarEndpoint)['reply']>;

/** One year in one line a feast: the days off, and the weekend days worked instead. */
function YearCard(props: {
  readonly year: number;
  readonly source: string;
  readonly days: Calendar['days'];
}) {
  const t = useT(settingsMessages);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const rest = props.days.filter((day) => day.kind !== 'work').length;
  return (
    <li className="lk-card">
      <div className="lk-card-head">
        <h2 className="lk-card-name">{props.year}</h2>
        <StateTag tone="done">{t.calendar.loaded}</StateTag>
      </div>
      <p className="lk-quiet">
        {props.source} · {t.calendar.count(String(rest), String(props.days.length - rest))}
      </p>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.calendar.off}
      </Button>
      {open && (
        <ul>
          {props.days.map((day) => (
            <li key={day.date}>
              {dayText(language, day.date)} · {textOf(t.calendar.holidays, day.holiday)} ·{' '}
              {t.calendar.kinds[day.kind]}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Years(props: { readonly calendar: Calendar }) {
  const t = useT(settingsMessages);
  const { years, days, lastLoadedYear } = props.calendar;
  return (
    <ul className="lk-cards lk-cards-wide">
      <li className="lk-card">
        <div className="lk-card-head">
          <h2 className="lk-card-name">{lastLoadedYear + 1}</h2>
          <StateTag tone="waiting">{t.calendar.nextMissing}</StateTag>
        </div>
      </li>
      {years.map(({ year, source }) => (
        <YearCard
          key={year}
          year={year}
          source={source}
          days={days.filter((day) => day.date.startsWith(String(year)))}
        />
      ))}
    </ul>
  );
}

/** The working calendar year by year, and a new year loaded from its notice. */
export function CalendarPage() {
  const t = useT(settingsMessages);
  const may = useMay();
  const { message } = App.useApp();
  const calendar = useCalendar();
  const [loading, setLoading] = useState(false);
  const tools = may(MANAGE_RULES) && (
    <Button type="primary" aria-expanded={loading} onClick={() => setLoading(!loading)}>
      {t.calendar.load}
    </Button>
  );
  return (
    <SettingsFrame part="calendar" note={t.calendar.note} tools={tools}>
      {calendar.isPending && <Spin className="lk-spin" />}
      {calendar.isError && (
        <Problem error={calendar.error} onRetry={() => void calendar.refetch()} />
      )}
      {loading && calendar.data !== undefined && (
        <LoadYear
          year={calendar.data.lastLoadedYear + 1}
          onDone={(year) => {
            setLoading(false);
            void message.success(t.calendar.saved(String(year)));
          }}
          onCancel={() => setLoading(false)}
        />
      )}
      {calendar.data !== undefined && <Years calendar={calendar.data} />}
    </SettingsFrame>
  );
}
