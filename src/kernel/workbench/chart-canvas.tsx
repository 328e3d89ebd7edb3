/** @jsxImportSource react */
import { BarChart, LineChart, MapChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsCoreOption, init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([
  BarChart,
  LineChart,
  MapChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
]);

type ChartCanvasProps = {
  readonly option: EChartsCoreOption;
  readonly label: string;
  /** CSS pixels. */
  readonly height: number;
  readonly onSelect?: ((name: string) => void) | undefined;
  readonly map?: { readonly name: string; readonly shapes: unknown } | undefined;
};

/** The drawing itself; loaded only where a chart or a map is shown. */
export function ChartCanvas(props: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const { option, onSelect, map } = props;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (map !== undefined) registerMap(map.name, map.shapes as Parameters<typeof registerMap>[1]);
    const chart = init(element, null, { renderer: 'canvas' });
    chart.setOption(option);
    chart.on('click', (event) => onSelect?.(String(event.name)));
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [option, onSelect, map]);
  return <div ref={box} role="img" aria-label={props.label} style={{ height: props.height }} />;
}
