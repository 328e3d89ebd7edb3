// Whose desk a matter comes to when its owner cannot go on alone: inside a community the station's, between communities the subdistrict's, beyond it the district's.
import { isOverdueWork } from '../escalation/overdue.rules.ts';
import { isLate } from './fold.rules.ts';
import type { Body, Case, Level, Matter, Task } from './matter.types.ts';
import type { Surroundings } from './surroundings.types.ts';

const UPWARD: readonly Level[] = ['community', 'subdistrict', 'district'];
const SUBDISTRICT_DIGITS = 9;

/** What the bodies around a matter mean for it: who judges what its parties cannot settle. */
export type Desks = {
  /** The root organisation that judges a task's return, and approves what its owner asks for. */
  readonly dispatcherOf: (task: Task) => string;
  /** The root organisation that dispatches what the first contact lets lie. */
  readonly overFirstContact: string;
  /** The bodies an overdue matter came before, each once with the highest level it stands for. */
  readonly above: readonly { readonly level: Level; readonly root: string }[];
};

/** How far from a matter's place a body lies: codes nest, the first nine digits are the subdistrict. */
export function levelOf(area: string, bodyArea: string): Level {
  if (bodyArea === area) return 'community';
  const prefix = area.slice(0, SUBDISTRICT_DIGITS);
  return bodyArea.startsWith(prefix) ? 'subdistrict' : 'district';
}

/** The bodies that may stand for a level: its own, those above it, and last those below. */
export function bodiesFor(level: Level, around: Surroundings): Body[] {
  const at = UPWARD.indexOf(level);
  const own: Readonly<Record<Level, Body | null>> = {
    community: around.station,
    subdistrict: around.subdistrict,
    district: around.command,
  };
  return [...UPWARD.slice(at), ...UPWARD.slice(0, at).reverse()]
    .map((one) => own[one])
    .filter((body) => body !== null);
}

/** @param areas where the bodies of the matter's tasks have their seat, by root organisation */
export function desksOf(c: Case, around: Surroundings, areas: ReadonlyMap<string, string>): Desks {
  const { matter } = c;
  const { firstContact } = matter;
  // That there is nobody but the parties is a district set up wrongly.
  const otherThan = (parties: readonly string[], level: Level) => {
    const bodies = bodiesFor(level, around);
    return (bodies.find(({ root }) => !parties.includes(root)) ?? bodies[0] ?? firstContact).root;
  };
  return {
    above: isOverdueWork(c) ? aboveOf(c.matter, around) : [],
    overFirstContact: otherThan([firstContact.root], levelOfFirst(firstContact, around)),
    dispatcherOf: (task) =>
      otherThan(partiesTo(task), levelOf(matter.area, areas.get(task.body.root) ?? '')),
  };
}

function levelOfFirst({ root }: Body, { subdistrict, command }: Surroundings): Level {
  if (root === command?.root) return 'district';
  return root === subdistrict?.root ? 'subdistrict' : 'community';
}

function aboveOf({ escalatedTo, firstContact }: Matter, around: Surroundings): Desks['above'] {
  const levels = new Map<string, Level>();
  for (const level of escalatedTo) levels.set(bodyAt(level, around, firstContact).root, level);
  return [...levels].map(([root, level]) => ({ root, level }));
}

/** Who stands for a level where a matter lies; never nobody. */
export function bodyAt(level: Level, around: Surroundings, firstContact: Body): Body {
  return bodiesFor(level, around)[0] ?? firstContact;
}

/** Whoever judges between them is none of them: the one that has the task, and the one that whistled for it. */
function partiesTo({ body, whistle, offeredBy }: Task): string[] {
  return whistle === null ? [body.root] : [body.root, offeredBy.root];
}

/** Whether anybody but the owners of its tasks has something to do: most matters never come to a desk. */
export function isBeforeDesk(c: Case): boolean {
  return (
    c.matter.escalatedTo.length > 0 ||
    c.tasks.some((task) => task.state === 'RETURNED' || isLate(task))
  );
}

/** For a matter that no desk has to look at. */
export const NO_DESKS: Desks = {
  dispatcherOf: () => '',
  overFirstContact: '',
  above: [],
};
