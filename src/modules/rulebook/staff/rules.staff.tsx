/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Spin } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '#kernel/workbench/call.ts';
import { dayText } from '#kernel/workbench/dates.ts';
import { Empty } from '#kernel/workbench/empty.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import {
  listRuleSetsEndpoint,
  type RuleCode,
  type RuleSetShown,
  ruleCodes,
} from '../rule-sets/rule-set.contract.ts';
import { rulebookMessages } from '../rulebook.messages.ts';
import { MANAGE_RULES } from '../rulebook.policy.ts';
import { PublishRule } from './publish-rule.staff.tsx';
import { partsOf } from './rule-text.rules.ts';
import { settingsMessages } from './settings.messages.ts';
import { SettingsFrame, today, useAreas, useSubjectNames } from './settings-frame.staff.tsx';

type When = 'now' | 'coming' | 'over';
/** As many cards side by side as fit; one on a phone. */
const COLUMNS = { gridTemplateColumns: 'repeat(auto-fill, minmax(min(340px, 100%), 1fr))' };
const WHENS: readonly When[] = ['now', 'coming', 'over'];

/** What holds is what nothing later of the same place and subject has taken over. */
function whenOf(set: RuleSetShown, all: readonly RuleSetShown[], day: string): When {
  if (set.validFrom > day) return 'coming';
  if (set.validTo !== null && set.validTo <= day) return 'over';
  const isTakenOver = all.some(
    (other) =>
      other.code === set.code &&
      other.subject === set.subject &&
      other.area === set.area &&
      other.validFrom > set.validFrom &&
      other.validFrom <= day,
  );
  return isTakenOver ? 'over' : 'now';
}

function RuleCard(props: { readonly set: RuleSetShown; readonly when: When }) {
  const t = useT(settingsMessages);
  const { rules } = useT(rulebookMessages);
  const { language } = useLanguage();
  const areas = useAreas();
  const subjectName = useSubjectNames();
  const { set, when } = props;
  const day = (date: string) => dayText(language, date);
  const words = { fields: t.fields, choices: t.choices, ...t.rules };
  return (
    <li className="lk-card">
      <div className="lk-card-head">
        <span className="lk-card-name">{rules[set.code]}</span>
        <span className="lk-number">{subjectName(set.subject)}</span>
        <StateTag tone={when === 'now' ? 'done' : when === 'coming' ? 'waiting' : 'quiet'}>
          {t.rules[when]}
        </StateTag>
      </div>
      <Facts
        facts={[
          [
            t.rules.numbers,
            partsOf(set.params, words)
              .map(([name, text]) => `${name}${t.rules.is}${text}`)
              .join(t.rules.and),
          ],
          [
            t.rules.area,
            `${areas.nameOf(set.area)} · ${
              set.validTo === null
                ? t.rules.since(day(set.validFrom))
                : t.rules.until(day(set.validFrom), day(set.validTo))
            }`,
          ],
          [t.rules.source, `${set.source} ${set.article}`],
        ]}
      />
    </li>
  );
}

function useRuleSets() {
  return useQuery({
    queryKey: [listRuleSetsEndpoint.path],
    queryFn: ({ signal }) => call(listRuleSetsEndpoint, { query: {}, signal }),
  });
}

function Conditions(props: {
  readonly when: When;
  readonly code: RuleCode | '';
  readonly counts: Readonly<Record<When, number>>;
  readonly change: (key: string, value: string) => void;
}) {
  const t = useT(settingsMessages);
  const { rules } = useT(rulebookMessages);
  return (
    <div className="lk-filters">
      <fieldset className="lk-views">
        <legend className="lk-away">{t.rules.show}</legend>
        {WHENS.map((when) => (
          <button
            key={when}
            type="button"
            aria-pressed={when === props.when}
            onClick={() => props.change('when', when)}
          >
            {t.rules[when]}
            <span className="lk-views-count">{props.counts[when]}</span>
          </button>
        ))}
      </fieldset>
      <div className="lk-filter">
        <label htmlFor="rule-shown">{t.rules.rule}</label>
        <Select
          id="rule-shown"
          value={props.code}
          onChange={(code) => props.change('code', code)}
          options={[
            { value: '', label: t.rules.all },
            ...ruleCodes.map((value) => ({ value, label: rules[value] })),
          ]}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      </div>
    </div>
  );
}

/** Every dated rule: what holds, what is to come, what ended; and a new one published. */
export function RulesPage() {
  const t = useT(settingsMessages);
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const [publishing, setPublishing] = useState(false);
  const found = useRuleSets();
  const all = found.data?.ruleSets ?? [];
  const day = today();
  const timed = all.map((set) => ({ set, when: whenOf(set, all, day) }));
  const when = WHENS.find((one) => one === params.get('when')) ?? 'now';
  const code = ruleCodes.find((one) => one === params.get('code')) ?? '';
  const ofCode = timed.filter(({ set }) => code === '' || set.code === code);
  const shown = ofCode.filter((one) => one.when === when);
  const count = (wanted: When) => ofCode.filter((one) => one.when === wanted).length;
  const change = (key: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.set(key, value);
        return after;
      },
      { replace: true },
    );
  return (
    <SettingsFrame
      part="rules"
      note={t.rules.note}
      tools={
        may(MANAGE_RULES) && (
          <Button
            type="primary"
            aria-expanded={publishing}
            onClick={() => setPublishing(!publishing)}
          >
            {t.rules.publish}
          </Button>
        )
      }
    >
      {publishing && found.isSuccess && (
        <PublishRule
          begin={code === '' ? 'matter.deadline' : code}
          inForce={timed.filter((one) => one.when === 'now').map((one) => one.set)}
          onDone={() => {
            setPublishing(false);
            change('when', 'coming');
          }}
          onCancel={() => setPublishing(false)}
        />
      )}
      <Conditions
        when={when}
        code={code}
        counts={{ now: count('now'), coming: count('coming'), over: count('over') }}
        change={change}
      />
      {found.isPending && <Spin className="lk-spin" />}
      {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && shown.length === 0 && (
        <Empty title={t.rules.emptyTitle} hint={t.rules.emptyHint} />
      )}
      <ul className="lk-cards" style={COLUMNS}>
        {shown.map(({ set }) => (
          <RuleCard key={set.id} set={set} when={when} />
        ))}
      </ul>
    </SettingsFrame>
  );
}
