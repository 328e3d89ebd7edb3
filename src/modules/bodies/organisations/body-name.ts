import type { Language } from '#kernel/pure/messages.ts';
import { englishAreaName, type NamedArea } from '#modules/territory/index.ts';
import type { Organisation, OrganisationKind } from './organisation.types.ts';

export type NamedBody = Pick<Organisation, 'kind' | 'name' | 'nameEn'>;

/** Kinds of which an area has one: its name and the kind's say which body it is. */
const OF_AREA: Partial<Record<OrganisationKind, string>> = {
  DISTRICT_COMMITTEE: 'Party Committee',
  PARTY_WORKING_COMMITTEE: 'Party Working Committee',
  PARTY_COMMITTEE: 'Party Committee',
  COMMAND_CENTRE: 'Command Centre',
  SUPERVISION_CENTRE: 'Supervision Centre',
  HOTLINE: 'Hotline 12345',
  CALL_POOL: 'Call-back Team',
  SUBDISTRICT_OFFICE: 'Office',
  RESIDENTS_COMMITTEE: 'Residents’ Committee',
  SERVICE_STATION: 'Service Station',
};

/** A body's English name: its own, else built of its area's and its kind's; null where neither says which body it is. */
export function englishBodyName(
  { kind, nameEn }: NamedBody,
  area: NamedArea | undefined,
): string | null {
  const word = OF_AREA[kind];
  return nameEn ?? (word && area ? `${englishAreaName(area)} ${word}` : null);
}

/** What a body is called in the reader's language; as entered where there is nothing else. */
export const bodyName = (lang: Language, body: NamedBody, area: NamedArea | undefined): string =>
  lang === 'en' ? (englishBodyName(body, area) ?? body.name) : body.name;
