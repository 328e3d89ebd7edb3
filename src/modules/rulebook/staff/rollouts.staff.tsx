/** @jsxImportSource react */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, AutoComplete, Button, Input, Radio, Select, Spin } from 'antd';
import { useState } from 'react';
import type { OutputOf } from '#kernel/pure/endpoint.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { call } from '#kernel/workbench/call.ts';
import { dayText } from '#kernel/workbench/dates.ts';
import { Empty } from '#kernel/workbench/empty.tsx';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { useMay } from '#kernel/workbench/session.tsx';
import { StateTag } from '#kernel/workbench/state-tag.tsx';
import { mechanismMessages } from '../rollouts/mechanisms.messages.ts';
import {
  listRolloutsEndpoint,
  type SwitchRollout,
  switchRolloutEndpoint,
} from '../rollouts/rollout.contract.ts';
import { EVERYWHERE } from '../rule-sets/pick-rule-set.rules.ts';
import { rulebookMessages } from '../rulebook.messages.ts';
import { MANAGE_ROLLOUTS } from '../rulebook.policy.ts';
import { settingsMessages } from './settings.messages.ts';
import { SettingsFrame, today, useAreas } from './settings-frame.staff.tsx';

type Shown = OutputOf<(typeof listRolloutsEndpoint)['reply']>['rollouts'][number];

function RolloutCard(props: { readonly rollout: Shown }) {
  const t = useT(settingsMessages);
  const mechanisms = useT(mechanismMessages);
  const { language } = useLanguage();
  const areas = useAreas();
  const { rollout } = props;
  const isComing = rollout.validFrom > today();
  const state = rollout.isOn ? t.rollouts.on : t.rollouts.off;
  return (
    <li className="lk-card">
      <div className="lk-card-head">
        <span className="lk-card-name">{textOf(mechanisms, rollout.mechanism)}</span>
        <StateTag tone={isComing ? 'waiting' : rollout.isOn ? 'done' : 'quiet'}>
          {isComing ? `${t.rollouts.coming} ${state}` : state}
        </StateTag>
      </div>
      <Facts
        facts={[
          [t.rollouts.area, areas.nameOf(rollout.area)],
          [t.rollouts.from, dayText(language, rollout.validFrom)],
          [t.rollouts.decision, rollout.decision],
        ]}
      />
    </li>
  );
}

function SwitchForm(props: {
  readonly mechanisms: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT(settingsMessages);
  const mechanisms = useT(mechanismMessages);
  const { refusals } = useT(rulebookMessages);
  const client = useQueryClient();
  const areas = useAreas();
  const known = [...new Set([...props.mechanisms, ...Object.keys(mechanisms)])];
  return (
    <section className="lk-card lk-form" aria-label={t.rollouts.switch}>
      <ServerForm<SwitchRollout, unknown>
        name="rollout-switch"
        send={(body, key) => call(switchRolloutEndpoint, { body, key })}
        onDone={() => {
          void client.invalidateQueries({ queryKey: [listRolloutsEndpoint.path] });
          props.onDone();
        }}
        onCancel={props.onCancel}
        submit={t.rollouts.switch}
        texts={refusals}
        initial={{ area: EVERYWHERE, validFrom: today(), isOn: true }}
      >
        <Field name="mechanism" label={t.rollouts.mechanism} hint={t.rollouts.mechanismHint}>
          <AutoComplete
            options={known.map((value) => ({
              value,
              label: `${textOf(mechanisms, value)} · ${value}`,
            }))}
          />
        </Field>
        <Field name="area" label={t.rollouts.area}>
          <Select options={areas.choices} showSearch={{ optionFilterProp: 'label' }} />
        </Field>
        <Field name="validFrom" label={t.rollouts.from}>
          <Input type="date" />
        </Field>
        <Field name="isOn" label={t.rollouts.isOn}>
          <Radio.Group
            options={[
              { value: true, label: t.rollouts.on },
              { value: false, label: t.rollouts.off },
            ]}
          />
        </Field>
        <Field name="decision" label={t.rollouts.decision} hint={t.rollouts.decisionHint}>
          <Input maxLength={200} />
        </Field>
      </ServerForm>
    </section>
  );
}

/** Since when each mechanism is in use, and where. */
export function RolloutsPage() {
  const t = useT(settingsMessages);
  const may = useMay();
  const { message } = App.useApp();
  const [switching, setSwitching] = useState(false);
  const found = useQuery({
    queryKey: [listRolloutsEndpoint.path],
    queryFn: ({ signal }) => call(listRolloutsEndpoint, { signal }),
  });
  const rollouts = found.data?.rollouts ?? [];
  return (
    <SettingsFrame
      part="rollouts"
      note={t.rollouts.note}
      tools={
        may(MANAGE_ROLLOUTS) && (
          <Button type="primary" aria-expanded={switching} onClick={() => setSwitching(!switching)}>
            {t.rollouts.switch}
          </Button>
        )
      }
    >
      {switching && (
        <SwitchForm
          mechanisms={[...new Set(rollouts.map((one) => one.mechanism))]}
          onDone={() => {
            setSwitching(false);
            void message.success(t.rollouts.saved);
          }}
          onCancel={() => setSwitching(false)}
        />
      )}
      {found.isPending && <Spin className="lk-spin" />}
      {found.isError && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && rollouts.length === 0 && (
        <Empty title={t.rollouts.emptyTitle} hint={t.rollouts.emptyHint} />
      )}
      <ul className="lk-cards lk-cards-wide">
        {[...rollouts].reverse().map((rollout) => (
          <RolloutCard key={rollout.id} rollout={rollout} />
        ))}
      </ul>
    </SettingsFrame>
  );
}
