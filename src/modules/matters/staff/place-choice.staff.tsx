/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { areaRange, isWithin } from '#kernel/pure/area.ts';
import { asIs, getJson } from '#kernel/workbench/api.ts';
import { useLanguage } from '#kernel/workbench/language.tsx';
import { useSession } from '#kernel/workbench/session.tsx';

type Area = {
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly parent: string | null;
};
const AREAS = '/api/v1/areas';
const AN_HOUR_MS = 3_600_000;

/** The areas inside the post's own, as choices: subdistricts before their communities. */
export function useAreas(kinds: readonly string[] = ['subdistrict', 'community', 'village']) {
  const { language } = useLanguage();
  const own = useSession().area?.code ?? null;
  const list = useQuery({
    queryKey: [AREAS],
    queryFn: ({ signal }) => getJson(AREAS, asIs<{ readonly areas: readonly Area[] }>(), signal),
    staleTime: AN_HOUR_MS,
  });
  const isOwn = (code: string) => own === null || isWithin(areaRange(own), code);
  return (list.data?.areas ?? [])
    .filter(({ kind, code }) => kinds.includes(kind) && isOwn(code))
    .map(({ code, name, nameEn, kind }) => ({
      value: code,
      label: language === 'en' ? (nameEn ?? name) : name,
      kind,
    }));
}
