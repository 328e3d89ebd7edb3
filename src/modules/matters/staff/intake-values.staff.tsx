/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { asIs, getJson } from '#kernel/workbench/api.ts';
import { call } from '#kernel/workbench/call.ts';
import { callerEndpoint } from '../intake/intake.contract.ts';

/** What stands in the intake form. */
export type IntakeValues = {
  readonly telephone?: string;
  readonly person?: string;
  readonly name?: string;
  readonly words: string;
  readonly category: string;
  readonly area?: string;
  readonly place?: string;
  readonly building?: string;
  readonly source: 'counter' | 'telephone' | 'outreach';
  readonly kind: 'problem' | 'suggestion' | 'consultation';
  readonly of?: string;
  readonly relation?: string;
  readonly publication?: 'rule' | 'yes' | 'no';
};

/** The choice 'somebody else' of a number that is known. */
export const NOBODY_KNOWN = 'nobody';

/** Asked once a number is whole: each look-up is journaled. */
export function useCaller(telephone: string | undefined, isAllowed: boolean) {
  const digits = (telephone ?? '').replace(/\D/g, '');
  return useQuery({
    queryKey: [callerEndpoint.path, digits],
    queryFn: () => call(callerEndpoint, { query: { telephone: digits } }),
    enabled: isAllowed && digits.length >= 11,
    staleTime: 60_000,
    retry: false,
  });
}

type Building = { readonly code: string; readonly name: string; readonly address: string };

/** The buildings of a community, to say where. */
export function useBuildings(area: string | null) {
  const path = `/api/v1/areas/${area}/buildings`;
  const list = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) =>
      getJson(path, asIs<{ readonly buildings: readonly Building[] }>(), signal),
    enabled: area !== null,
    staleTime: 3_600_000,
  });
  return list.data?.buildings ?? [];
}
