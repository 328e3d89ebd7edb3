/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { call } from '#kernel/workbench/call.ts';
import { dayText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { Facts, Section } from '#kernel/workbench/record-drawer.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import { bodyHistoryEndpoint } from '../bodies.contract.ts';
import { bodiesMessages } from '../bodies.messages.ts';

type Period = { readonly from: string; readonly to: string | null };

function usePeriod(): (period: Period) => string {
  const { language } = useLanguage();
  const { tree } = useT(bodiesMessages);
  return ({ from, to }) =>
    `${dayText(language, from)} – ${to === null ? tree.now : dayText(language, to)}`;
}

const LIST = { margin: 0, paddingInlineStart: 20 };

const holds = ({ from, to }: Period, date: string) => from <= date && (to === null || date < to);

/** One body through time: its names and superiors, and everybody who held a post, those of the chosen day first. */
export function BodyHistory(props: { readonly code: string; readonly date: string }) {
  const { code, date } = props;
  const { language } = useLanguage();
  const messages = useT(bodiesMessages);
  const periodOf = usePeriod();
  const history = useQuery({
    queryKey: ['bodies', 'history', code],
    queryFn: ({ signal }) => call(bodyHistoryEndpoint, { params: { id: code }, signal }),
  });
  if (history.isPending) return <Skeleton active />;
  if (history.isError)
    return (
      <Problem
        error={history.error}
        texts={messages.refusals}
        onRetry={() => void history.refetch()}
      />
    );
  const { kind, versions, holders } = history.data;
  const present = versions.find((version) => holds(version, date)) ?? versions.at(-1);
  const inOffice = holders.filter((holder) => holds(holder, date));
  const title = (one: { name: string; nameEn: string | null }) =>
    language === 'en' ? (one.nameEn ?? one.name) : one.name;
  const row = (holder: (typeof holders)[number]) => (
    <li key={`${holder.post} ${holder.name} ${holder.from}`}>
      <strong>{holder.name}</strong> {holder.postTitle[language]}
      <span className="lk-quiet">
        {' '}
        {messages.origins[holder.origin]} · {periodOf(holder)}
      </span>
    </li>
  );
  return (
    <article className="lk-card">
      <h2>
        {present && title(present)} <StateTag tone="quiet">{messages.kinds[kind]}</StateTag>
      </h2>
      <Section title={messages.tree.holders}>
        {inOffice.length === 0 ? (
          <p className="lk-quiet">{messages.who.nobody}</p>
        ) : (
          <ul style={LIST}>{inOffice.map(row)}</ul>
        )}
      </Section>
      <Section title={messages.tree.history}>
        {versions.map((version) => (
          <div key={version.from}>
            <strong>{title(version)}</strong> <span className="lk-quiet">{periodOf(version)}</span>
            <Facts
              facts={[
                [
                  messages.tree.parent,
                  version.parent === null ? messages.tree.noParent : title(version.parent),
                ],
              ]}
            />
          </div>
        ))}
      </Section>
      <Section title={messages.tree.pastHolders}>
        <ul style={LIST}>{holders.map(row)}</ul>
      </Section>
    </article>
  );
}
