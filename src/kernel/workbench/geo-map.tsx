/** @jsxImportSource react */
import { lazy, useMemo } from 'react';
import { Drawn } from './chart.tsx';
import { numberText } from './dates.ts';
import { useLanguage, useT } from './language.tsx';
import { colours, fontStack } from './theme.ts';
import { workbenchMessages } from './workbench.messages.ts';

const ChartCanvas = lazy(async () => ({
  default: (await import('./chart-canvas.tsx')).ChartCanvas,
}));

/** GeoJSON polygons; `properties.name` is what a place's value is matched by. */
export type Shapes = {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: unknown;
  }[];
};

export type PlaceValue = { readonly code: string; readonly name: string; readonly value: number };

type GeoMapProps = {
  readonly title: string;
  readonly note: string;
  readonly unit: string;
  readonly shapes: Shapes;
  readonly places: readonly PlaceValue[];
  readonly height?: number;
  readonly onSelect?: (code: string) => void;
};

/** Areas shaded by a number, with the same numbers as a table. */
export function GeoMap(props: GeoMapProps) {
  const { chart } = useT(workbenchMessages);
  const { language } = useLanguage();
  const { title, note, unit, shapes, places, height = 420, onSelect } = props;
  const map = useMemo(() => ({ name: `map-${title}`, shapes }), [title, shapes]);
  const option = useMemo(
    () => ({
      textStyle: { fontFamily: fontStack },
      tooltip: { trigger: 'item' },
      visualMap: {
        min: 0,
        max: Math.max(1, ...places.map((place) => place.value)),
        left: 8,
        bottom: 8,
        text: [unit, ''],
        inRange: { color: ['#E6F2EF', '#0B6B5B'] },
        textStyle: { color: colours.ink },
      },
      series: [
        {
          type: 'map',
          map: `map-${title}`,
          name: title,
          roam: false,
          left: 88,
          right: 12,
          itemStyle: { areaColor: colours.ground, borderColor: colours.edge },
          emphasis: { label: { color: colours.ink }, itemStyle: { areaColor: '#F2C94C' } },
          data: places.map(({ name, value }) => ({ name, value })),
        },
      ],
    }),
    [title, unit, places],
  );
  const select = useMemo(
    () => (name: string) => {
      const place = places.find((one) => one.name === name);
      if (place !== undefined) onSelect?.(place.code);
    },
    [places, onSelect],
  );
  const table = (
    <table className="lk-table lk-table-plain">
      <thead>
        <tr>
          <th scope="col">{chart.place}</th>
          <th scope="col" className="lk-end">
            {chart.value}
            <span className="lk-unit">{unit}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => (
          <tr key={place.code}>
            <th scope="row">
              {onSelect === undefined ? (
                place.name
              ) : (
                <button type="button" className="lk-as-link" onClick={() => onSelect(place.code)}>
                  {place.name}
                </button>
              )}
            </th>
            <td className="lk-end">{numberText(language, place.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <Drawn title={title} note={note} table={table} height={height}>
      {shapes.features.length === 0 ? (
        <>
          <p className="lk-quiet">{chart.noShape}</p>
          {table}
        </>
      ) : (
        <ChartCanvas
          option={option}
          map={map}
          label={`${title}. ${note}`}
          height={height}
          onSelect={select}
        />
      )}
    </Drawn>
  );
}
