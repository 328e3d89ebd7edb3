/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Input, Radio } from 'antd';
import { call } from '#kernel/workbench/call.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { similarEndpoint } from '../intake/intake.contract.ts';
import { matterMessages } from '../matters.messages.ts';
import { type MatterShown, useAct } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Values = { readonly pick?: string; readonly parent?: string };

/** Open matters near by that may be the same thing. */
export function useSimilar(number: string) {
  return useQuery({
    queryKey: [similarEndpoint.path, number],
    queryFn: () => call(similarEndpoint, { params: { number } }),
  });
}

/** How near one is, in words. */
export function useNearness() {
  const { form } = useT(staffMatterMessages);
  return (metres: number | null): string => {
    if (metres === null) return form.noPoint;
    return metres === 0 ? form.sameBuilding : form.metres(metres);
  };
}

/** Which matter this one is merged into: one near by, or a number typed. */
export function SimilarChoice(props: {
  readonly matter: MatterShown;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { form, act: verbs } = useT(staffMatterMessages);
  const { refusals } = useT(matterMessages);
  const { number } = props.matter;
  const similar = useSimilar(number).data;
  const nearness = useNearness();
  const act = useAct(number);
  const items = similar?.items ?? [];
  return (
    <ServerForm<Values, MatterShown>
      name={`merge-${number}`}
      send={({ pick, parent }, key) => act('merge', { parent: parent || pick || '' }, key)}
      onDone={props.onDone}
      onCancel={props.onCancel}
      submit={verbs.merge}
      texts={refusals}
    >
      {items.length > 0 ? (
        <Field name="pick" label={form.parentPick} optional>
          <Radio.Group
            vertical
            options={items.map(({ matter, place, metres }) => ({
              value: matter.number,
              label: `${matter.number} ${matter.title} · ${[place, nearness(metres)].filter(Boolean).join(' · ')}`,
            }))}
          />
        </Field>
      ) : (
        similar && <p className="lk-quiet">{form.none(similar.days, similar.metres)}</p>
      )}
      <Field name="parent" label={form.parent} optional={items.length > 0}>
        <Input inputMode="numeric" maxLength={11} />
      </Field>
    </ServerForm>
  );
}
