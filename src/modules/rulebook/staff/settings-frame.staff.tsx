/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { asIs, getJson } from '#kernel/workbench/api.ts';
import { call } from '#kernel/workbench/call.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { showCalendarEndpoint } from '../calendars/calendar.contract.ts';
import { ANY_SUBJECT, EVERYWHERE } from '../rule-sets/pick-rule-set.rules.ts';
import { settingsMessages } from './settings.messages.ts';

export type Part = 'rules' | 'calendar' | 'rollouts';
const PARTS = {
  rules: '/settings',
  calendar: '/settings/calendar',
  rollouts: '/settings/rollouts',
};

export function useCalendar() {
  return useQuery({
    queryKey: [showCalendarEndpoint.path],
    queryFn: ({ signal }) => call(showCalendarEndpoint, { signal }),
  });
}

/** Nobody knows yet which days of next year are worked, so dates there are a guess: said on each page of the settings. */
function ProvisionalWarning() {
  const t = useT(settingsMessages);
  const { data } = useCalendar();
  if (data === undefined || data.lastLoadedYear > Number(today().slice(0, 4))) return null;
  return <Alert type="warning" showIcon title={t.provisional(String(data.lastLoadedYear))} />;
}

/** The three parts of the settings have one frame and one way from part to part. */
export function SettingsFrame(props: {
  readonly part: Part;
  readonly note: string;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  const t = useT(settingsMessages);
  const navigate = useNavigate();
  return (
    <PageFrame title={t.parts[props.part]} note={props.note} tools={props.tools}>
      <fieldset className="lk-views">
        <legend className="lk-away">{t.title}</legend>
        {Object.entries(PARTS).map(([part, path]) => (
          <button
            key={part}
            type="button"
            aria-pressed={part === props.part}
            onClick={() => void navigate(path)}
          >
            {t.parts[part as Part]}
          </button>
        ))}
      </fieldset>
      <ProvisionalWarning />
      {props.children}
    </PageFrame>
  );
}

const AREAS = '/api/v1/areas';
type Areas = {
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string | null;
  }[];
};

/** Areas to choose from, the whole district first; and what a code is called. */
export function useAreas() {
  const t = useT(settingsMessages);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: [AREAS],
    queryFn: ({ signal }) => getJson(AREAS, asIs<Areas>(), signal),
    staleTime: 600_000,
  });
  const named = (data?.areas ?? []).map(({ code, name, nameEn }) => ({
    value: code,
    label: language === 'en' ? (nameEn ?? name) : name,
  }));
  const choices = [{ value: EVERYWHERE, label: t.everywhere }, ...named];
  const nameOf = (code: string) => choices.find((one) => one.value === code)?.label ?? code;
  return { choices, nameOf };
}

const CATEGORIES = '/api/v1/categories';
type Categories = { readonly items: readonly { key: string; zh: string; en: string }[] };

/** What a rule's subject is called; its key where no name is known or shown to this post. */
export function useSubjectNames(): (subject: string) => string {
  const t = useT(settingsMessages);
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: [CATEGORIES],
    queryFn: ({ signal }) => getJson(CATEGORIES, asIs<Categories>(), signal),
    staleTime: 600_000,
    retry: false,
  });
  return (subject) => {
    if (subject === ANY_SUBJECT) return t.anySubject;
    return data?.items.find((one) => one.key === subject)?.[language] ?? subject;
  };
}

/** Today in the district, whatever the laptop's own clock zone. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}
