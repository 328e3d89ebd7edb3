/** @jsxImportSource hono/jsx */
import type { Language } from '../pure/messages.ts';
import { kitMessages } from './kit.messages.ts';
import {
  fitView,
  type LngLat,
  type MapView,
  PIN_SIZES,
  type Rings,
  type Size,
  toPixel,
} from './map-view.ts';
import type { View } from './page-context.ts';

export type MapShape = {
  readonly rings: Rings;
  readonly label?: string;
  /** Where a tap on it leads; its name is told, not drawn. The page lists the same places as links. */
  readonly link?: { readonly href: string; readonly name: string };
  readonly tone?: 'ground' | 'area' | 'building' | 'chosen';
};
export type MapPoint = {
  readonly at: LngLat;
  readonly label?: string;
  readonly tone?: 'pin' | 'dot';
};

/** What a map draws. `system` names the reference system of every coordinate in it. */
export type PlaceMapView = {
  readonly system: 'WGS84' | 'GCJ-02' | 'CGCS2000';
  readonly shapes: readonly MapShape[];
  readonly points: readonly MapPoint[];
};

// Presentation attributes, not CSS: the same drawing also stands alone as an image file.
const FILLS = {
  ground: { fill: '#e6efec', stroke: '#b9cdc6' },
  area: { fill: '#f3f8f6', stroke: '#7fa599' },
  building: { fill: '#c9ddd6', stroke: '#7fa599' },
  chosen: { fill: '#0b6b5b', stroke: '#07483d' },
} as const;

/** The view that shows everything on the map at this size; also turns a tap back into degrees. */
export function viewOfMap(map: PlaceMapView, size: Size): MapView {
  const corners = map.shapes.flatMap((shape) => shape.rings.flat());
  return fitView([...corners, ...map.points.map((point) => point.at)], size);
}

function outline(view: MapView, rings: Rings): string {
  return rings
    .map((ring) => {
      const steps = ring.map((at) => toPixel(view, at).join(' '));
      return `M${steps.join('L')}Z`;
    })
    .join('');
}

function middle(view: MapView, rings: Rings): readonly [number, number] {
  const corners = (rings[0] ?? []).map((at) => toPixel(view, at));
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

function Shape(props: { view: MapView; shape: MapShape }) {
  const { view, shape } = props;
  const tone = shape.tone ?? 'area';
  const [x, y] = middle(view, shape.rings);
  const area = (
    <path
      d={outline(view, shape.rings)}
      fill-rule="evenodd"
      stroke-width="1.5"
      stroke-linejoin="round"
      {...FILLS[tone]}
    />
  );
  return (
    <>
      {shape.link ? (
        <a href={shape.link.href} aria-label={shape.link.name} tabindex={-1} class="l-map__link">
          <title>{shape.link.name}</title>
          {area}
        </a>
      ) : (
        area
      )}
      {shape.label && (
        <text
          x={String(x)}
          y={String(y + 5)}
          text-anchor="middle"
          font-size="16"
          fill={tone === 'chosen' ? '#fff' : '#15211f'}
        >
          {shape.label}
        </text>
      )}
    </>
  );
}

function Point(props: { view: MapView; point: MapPoint }) {
  const [x, y] = toPixel(props.view, props.point.at);
  const { tone, label } = props.point;
  if (tone === 'dot')
    return (
      <>
        <circle cx={String(x)} cy={String(y)} r="5" fill="#0b5394" stroke="#fff" stroke-width="2" />
        {label && (
          <text x={String(x + 7)} y={String(y + 5)} font-size="14" fill="#15211f">
            {label}
          </text>
        )}
      </>
    );
  return (
    <path
      transform={`translate(${x} ${y})`}
      d={PIN_PATH}
      fill="#0b5394"
      stroke="#fff"
      stroke-width="1.5"
    />
  );
}

/** A pin whose point is at 0,0. */
const PIN_PATH =
  'M0 0C-3-7-10-12-10-20a10 10 0 0 1 20 0C10-12 3-7 0 0ZM0-24a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z';

/** A map drawn on the server from polygons and points; `label` says in words what it shows. */
export function PlaceMap(props: {
  lang: Language;
  map: PlaceMapView;
  label: string;
  /** What its marks mean. */
  note?: string;
  size?: Size;
}) {
  const size = props.size ?? PIN_SIZES[1];
  return (
    <figure class="l-map">
      {drawing(props.map, size, props.label)}
      <figcaption class="l-map__note">
        {props.note} {kitMessages[props.lang].mapNote(props.map.system)}
      </figcaption>
    </figure>
  );
}

function drawing(map: PlaceMapView, size: Size, label: string): View {
  const view = viewOfMap(map, size);
  return (
    <svg
      class="l-map__drawing"
      xmlns="http://www.w3.org/2000/svg"
      width={String(size.width)}
      height={String(size.height)}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role={map.shapes.some(({ link }) => link) ? 'group' : 'img'}
      aria-label={label}
      font-family="system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
    >
      <rect width={String(size.width)} height={String(size.height)} fill="#f7faf9" />
      {map.shapes.map((shape) => (
        <Shape key={shape.link?.href ?? shape.label ?? ''} view={view} shape={shape} />
      ))}
      {map.points.map((point) => (
        <Point key={point.at.join()} view={view} point={point} />
      ))}
    </svg>
  );
}

/** The same drawing as a file of its own, to be served as image/svg+xml for an image input. */
export const placeMapFile = async (map: PlaceMapView, size: Size, label: string): Promise<string> =>
  (await drawing(map, size, label)).toString();

type MapPinProps = {
  readonly lang: Language;
  readonly label: string;
  /** Form name; read the answer with `readPin`. */
  readonly name?: string;
  /** Address of the drawing; 'narrow' or 'wide' is put in place of `{size}` (see PIN_SIZES). */
  readonly source: string;
  readonly system: PlaceMapView['system'];
  /** The pin placed before, as fractions of width and height. */
  readonly at?: readonly [number, number] | null;
};

/** A map to point at. Without JavaScript a tap sends the form; with the map-pin island the pin can be moved first. */
export function MapPin(props: MapPinProps) {
  const t = kitMessages[props.lang];
  const name = props.name ?? 'pin';
  return (
    <fieldset
      class="l-pin govuk-fieldset"
      data-map-pin={name}
      data-hint={t.pinHint}
      data-placed={t.pinPlaced}
      data-moved={t.pinMoved}
      data-none={t.pinNone}
      data-label={props.label}
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{props.label}</legend>
      <input type="hidden" name={name} value={props.at ? props.at.join(',') : ''} />
      {PIN_SIZES.map((size) => (
        <input
          key={size.name}
          type="image"
          class={`l-pin__map l-pin__map--${size.name}`}
          name={`${name}-${size.name}`}
          src={props.source.replace('{size}', size.name)}
          width={String(size.width)}
          height={String(size.height)}
          alt={t.mapAlt}
          formnovalidate
        />
      ))}
      <p class="l-map__note">{t.mapNote(props.system)}</p>
    </fieldset>
  );
}
