import type { InputOf } from '#kernel/pure/endpoint.ts';
import type { NamedArea } from '#modules/territory/index.ts';
import type { Appointment } from './appointments/appointment.types.ts';
import type { bodyView, holderView, treeEntryView } from './bodies.contract.ts';
import { englishBodyName } from './organisations/body-name.ts';
import type { Organisation } from './organisations/organisation.types.ts';
import { POSTS } from './reference/posts.types.ts';

/** The code of an organisation by its id; ids stay inside. */
export type CodeOf = (id: string | null) => string | null;

export function codesOf(organisations: readonly { id: string; code: string }[]): CodeOf {
  const codes = new Map(organisations.map((one) => [one.id, one.code]));
  return (id) => (id === null ? null : (codes.get(id) ?? null));
}

export function holderViewOf(one: Appointment): InputOf<typeof holderView> {
  const post = POSTS[one.organisationKind].find(({ code }) => code === one.postCode);
  return {
    name: one.holderName,
    post: one.postCode,
    postTitle: { zh: post?.zh ?? one.postCode, en: post?.en ?? one.postCode },
    origin: one.origin,
    civilServant: one.civilServant,
    from: one.validFrom,
    to: one.validTo,
  };
}

export function bodyViewOf(
  one: Organisation,
  holders: readonly Appointment[],
  codeOf: CodeOf,
  at: NamedArea | undefined,
): InputOf<typeof bodyView> {
  const { code, kind, name, area, telephone, address, affairs } = one;
  const nameEn = englishBodyName(one, at);
  return {
    ...{ code, kind, name, nameEn, area, telephone, address, affairs: [...affairs] },
    officeHours: one.officeHours,
    officeHoursEn: one.officeHoursEn,
    duties: one.duties,
    dutiesEn: one.dutiesEn,
    parent: codeOf(one.parentId),
    root: codeOf(one.rootId) ?? code,
    from: one.validFrom,
    to: one.validTo,
    holders: holders.filter((held) => held.organisationId === one.id).map(holderViewOf),
  };
}

export function treeEntryOf(
  one: Organisation,
  codeOf: CodeOf,
  at: NamedArea | undefined,
): InputOf<typeof treeEntryView> {
  const { code, kind, name, area } = one;
  const nameEn = englishBodyName(one, at);
  return { code, kind, name, nameEn, area, parent: codeOf(one.parentId) };
}
