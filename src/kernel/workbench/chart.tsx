/** @jsxImportSource react */
import { Button, Spin } from 'antd';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { numberText } from './dates.ts';
import { useLanguage, useT } from './language.tsx';
import { colours, fontStack, seriesColours } from './theme.ts';
import { workbenchMessages } from './workbench.messages.ts';

const ChartCanvas = lazy(async () => ({
  default: (await import('./chart-canvas.tsx')).ChartCanvas,
}));

export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];

type ChartProps = {
  readonly title: string;
  readonly kind: 'bar' | 'stacked' | 'line';
  readonly categories: readonly string[];
  /** At most six: more cannot be told apart. */
  readonly series: readonly Series[];
  readonly unit: string;
  /** Period and definition in one line. */
  readonly note: string;
  readonly height?: number;
  readonly onSelect?: (category: string) => void;
};

const axisLabel = { color: colours.quiet, fontFamily: fontStack };

const isWhole = (series: readonly Series[]) =>
  series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));

function chartOption(props: ChartProps) {
  return {
    color: [...seriesColours],
    textStyle: { fontFamily: fontStack },
    animationDuration: 200,
    grid: {
      left: 8,
      right: 12,
      top: props.series.length > 1 ? 36 : 12,
      bottom: 4,
      containLabel: true,
    },
    tooltip: { trigger: 'axis', textStyle: { fontFamily: fontStack } },
    ...(props.series.length > 1 ? { legend: { top: 0, textStyle: { color: colours.ink } } } : {}),
    xAxis: {
      type: 'category',
      data: [...props.categories],
      axisLabel,
      axisLine: { lineStyle: { color: colours.edge } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      // There is no half a matter.
      ...(isWhole(props.series) ? { minInterval: 1 } : {}),
      axisLabel,
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: props.series.slice(0, seriesColours.length).map((one, index) => ({
      name: one.name,
      type: props.kind === 'line' ? 'line' : 'bar',
      ...(props.kind === 'stacked' ? { stack: 'all' } : {}),
      symbol: SYMBOLS[index],
      symbolSize: 7,
      barMaxWidth: 32,
      data: [...one.values],
    })),
  };
}

/** A drawing with the same numbers as a table, one click apart. */
export function Drawn(props: {
  readonly title: string;
  readonly note: string;
  readonly table: ReactNode;
  readonly children: ReactNode;
  readonly height: number;
}) {
  const { chart } = useT(workbenchMessages);
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="lk-card lk-chart" aria-label={props.title}>
      <header className="lk-chart-head">
        <div>
          <h2>{props.title}</h2>
          <p className="lk-quiet">{props.note}</p>
        </div>
        <Button onClick={() => setAsTable(!asTable)}>
          {asTable ? chart.asChart : chart.asTable}
        </Button>
      </header>
      {asTable ? (
        props.table
      ) : (
        <Suspense fallback={<Spin className="lk-spin" style={{ minHeight: props.height }} />}>
          {props.children}
        </Suspense>
      )}
    </section>
  );
}

/** Bars or lines over categories. */
export function Chart(props: ChartProps) {
  const { chart } = useT(workbenchMessages);
  const { language } = useLanguage();
  const { title, kind, categories, series, unit, note, height = 240, onSelect } = props;
  const option = useMemo(
    () => chartOption({ title, kind, categories, series, unit, note }),
    [title, kind, categories, series, unit, note],
  );
  const table = (
    <table className="lk-table lk-table-plain">
      <thead>
        <tr>
          <th scope="col">{chart.category}</th>
          {series.map((one) => (
            <th key={one.name} scope="col" className="lk-end">
              {one.name}
              <span className="lk-unit">{unit}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {categories.map((category, index) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            {series.map((one) => {
              const value = one.values[index] ?? null;
              return (
                <td key={one.name} className="lk-end">
                  {value === null ? '' : numberText(language, value)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Drawn title={title} note={note} table={table} height={height}>
      <ChartCanvas
        option={option}
        label={`${title}. ${note}`}
        height={height}
        onSelect={onSelect}
      />
    </Drawn>
  );
}
