/** @jsxImportSource react */
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useT } from './language.tsx';
import type { ListQuery } from './listing.ts';
import { useNarrow } from './use-narrow.ts';
import { workbenchMessages } from './workbench.messages.ts';

export type Choice = { readonly value: string; readonly label: string };

/** One condition of a list; `key` is the query parameter. */
export type Filter =
  | {
      readonly key: string;
      readonly label: string;
      readonly kind: 'choice';
      readonly choices: readonly Choice[];
    }
  | { readonly key: string; readonly label: string; readonly kind: 'date' | 'text' };

type Change = (changes: Readonly<Record<string, string | undefined>>) => void;

function TextFilter(props: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const [text, setText] = useState(props.value);
  return (
    <Input
      id={props.id}
      value={text}
      allowClear
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === '') props.onChange('');
      }}
      onPressEnter={() => props.onChange(text)}
      onBlur={() => props.onChange(text)}
    />
  );
}

function FilterField(props: {
  readonly filter: Filter;
  readonly value: string;
  readonly change: Change;
}) {
  const id = useId();
  const { filter, value, change } = props;
  const { common } = useT(workbenchMessages);
  const set = (next: string) => change({ [filter.key]: next });
  return (
    <div className="lk-filter">
      <label htmlFor={id}>{filter.label}</label>
      {filter.kind === 'choice' && (
        <Select
          id={id}
          value={value}
          onChange={set}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={[{ value: '', label: common.all }, ...filter.choices]}
        />
      )}
      {filter.kind === 'date' && (
        <Input id={id} type="date" value={value} onChange={(event) => set(event.target.value)} />
      )}
      {filter.kind === 'text' && <TextFilter key={value} id={id} value={value} onChange={set} />}
    </div>
  );
}

/** The conditions of a list; on a phone folded behind one button that says how many are set. */
export function ListFilters(props: {
  readonly filters: readonly Filter[];
  readonly query: ListQuery;
  readonly change: Change;
}) {
  const { common, table } = useT(workbenchMessages);
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const set = props.filters.filter((filter) => props.query[filter.key] !== undefined);
  const fields = props.filters.map((filter) => (
    <FilterField
      key={filter.key}
      filter={filter}
      value={props.query[filter.key] ?? ''}
      change={props.change}
    />
  ));
  return (
    <search className="lk-filters" aria-label={table.filters}>
      {narrow && (
        <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {set.length === 0 ? table.filters : `${table.filters} (${set.length})`}
        </Button>
      )}
      {(!narrow || unfolded) && fields}
      {set.length > 0 && (
        <Button
          onClick={() => props.change(Object.fromEntries(set.map((one) => [one.key, undefined])))}
        >
          {common.reset}
        </Button>
      )}
    </search>
  );
}
