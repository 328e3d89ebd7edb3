/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { asIs, getJson } from '#kernel/workbench/api.ts';
import { useLanguage } from '#kernel/workbench/language.tsx';
import type { Choice } from '#kernel/workbench/list-table.tsx';

const AREAS = '/api/v1/areas';

type Areas = {
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string | null;
  }[];
};

/** The district's areas to choose from, each with its code; empty until they are known. */
export function useAreaChoices(): readonly Choice[] {
  const { language } = useLanguage();
  const found = useQuery({
    queryKey: [AREAS],
    queryFn: ({ signal }) => getJson(AREAS, asIs<Areas>(), signal),
    staleTime: 600_000,
  });
  return (found.data?.areas ?? []).map(({ code, name, nameEn }) => ({
    value: code,
    label: `${language === 'en' ? (nameEn ?? name) : name} ${code}`,
  }));
}
