// Who looks: the residents' committee; where it did the work itself, the Party committee; else the subdistrict, else the district.
import type { Body, CheckKind, Hand } from '../matters/matter.types.ts';
import type { Surroundings } from '../matters/surroundings.types.ts';

/** Somebody of another root organisation than the handler's. That there is nobody at all is a district set up wrongly. */
export function chooseChecker(around: Surroundings, kind: CheckKind, handler: Hand): Body {
  const orders: Record<CheckKind, readonly (Body | null)[]> = {
    site: [around.residents, around.party, around.subdistrict, around.command],
    settlement: [around.residents, around.party, around.subdistrict, around.command],
    rating: [around.residents, around.party, around.subdistrict, around.command],
    call: [around.callPool, around.subdistrict, around.command],
    unsolved: [around.party, around.residents, around.subdistrict, around.command],
  };
  const body = orders[kind].find((one) => one !== null && one.root !== handler.root);
  if (!body)
    throw new Error(
      `nobody but the handler could make a ${kind} check: set up a subdistrict office or command centre`,
    );
  return body;
}
