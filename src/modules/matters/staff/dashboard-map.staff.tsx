/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { asIs, getJson } from '#kernel/workbench/api.ts';
import { addressOf } from '#kernel/workbench/call.ts';
import { GeoMap, type Shapes } from '#kernel/workbench/geo-map.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import type { Board } from '../dashboards/board.types.ts';
import { staffMatterMessages } from './staff.messages.ts';

const AN_HOUR_MS = 3_600_000;
const SHAPES = '/api/v1/areas/shapes';
const KINDS = 'community,village';

function useShapes(within: string, isWanted: boolean) {
  return useQuery({
    queryKey: [SHAPES, within],
    queryFn: ({ signal }) =>
      getJson(addressOf(SHAPES, {}, { within, kind: KINDS }), asIs<Shapes>(), signal),
    enabled: isWanted,
    staleTime: AN_HOUR_MS,
  }).data;
}

/** The communities shaded by what is open in them now; each opens its queue. Absent where no shapes are known. */
export function CommunityMap({ board }: { readonly board: Board }) {
  const { board: t } = useT(staffMatterMessages);
  const navigate = useNavigate();
  const { communities } = board;
  const shapes = useShapes(board.area.code, communities.length > 1);
  const places = useMemo(
    () => communities.map(({ code, name, open }) => ({ code, name, value: open.count })),
    [communities],
  );
  const openQueue = useCallback(
    (code: string) => {
      const chosen = communities.find((one) => one.code === code);
      if (chosen) void navigate(chosen.open.records);
    },
    [communities, navigate],
  );
  if (communities.length < 2 || !shapes || shapes.features.length === 0) return null;
  return (
    <GeoMap
      title={t.map}
      note={t.mapNote}
      unit={t.unit}
      shapes={shapes}
      places={places}
      onSelect={openQueue}
    />
  );
}
