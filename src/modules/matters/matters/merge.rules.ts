// A merged matter follows its parent on a clock of its own: at each finish its reporter gets the same question, and his silence follows the parent's end.
import { refuse } from '#kernel/pure/refusal.ts';
import { changed, endedPauses, refusalUnlessOpen, withMatter } from './change.rules.ts';
import type { CaseEvent, Changed, ChangeFacts, Outcome } from './change.types.ts';
import { isTooLate, leadAgain, over } from './dispose.rules.ts';
import { isSameWork, stateOf, workOf } from './fold.rules.ts';
import type { Case, Matter, ParentWork } from './matter.types.ts';

/** The parent carries the work from here; the reporter keeps his own number, clock and question. */
export function merge(c: Case, facts: ChangeFacts, given: { parent: Case }): Outcome {
  const refusal = refusalUnlessOpen(c);
  if (refusal) return refusal;
  const parent = given.parent.matter;
  if (parent.id === c.matter.id) return refuse('merge_with_itself');
  if (parent.disposition === 'MERGED') return refuse('parent_is_merged');
  if (refusalUnlessOpen(given.parent))
    return refuse('parent_is_over', { state: stateOf(given.parent) });
  if (parent.area !== c.matter.area) return refuse('parent_elsewhere');
  const merged = over(c, {
    disposition: 'MERGED',
    mergedInto: parent.id,
    // What stopped its clock was its own task's.
    pauses: endedPauses(c, facts),
  });
  const following = withParentWork(merged, facts, given.parent);
  const event = { verb: 'merge', isPublic: true, codes: { parent: parent.id } };
  return changed(following.case, event, ...following.events);
}

/** The reporter's 'not solved' takes his matter off its parent again, with a lead offered to whoever did the parent's work. */
export function split(
  c: Case,
  facts: ChangeFacts,
  given: { lastOwner: Matter['firstContact'] },
): Outcome {
  if (c.matter.disposition !== 'MERGED') return refuse('not_merged');
  if (isTooLate(c.matter, facts))
    return refuse('too_late_to_reopen', { days: facts.rules.reopenDays });
  const task = leadAgain(facts, c, given.lastOwner);
  const next = withMatter(
    { ...c, tasks: [...c.tasks, task] },
    { disposition: null, mergedInto: null, parentWork: null, closure: null, closedAt: null },
  );
  return changed(next, { verb: 'split', isPublic: true, codes: { task: task.id } });
}

/** Whether something happened to the parent that a matter merged into it doesn't know yet. */
export function isBehind(c: Case, parent: Case): boolean {
  if (stateOf(c) !== 'MERGED' || c.matter.mergedInto !== parent.matter.id) return false;
  const [known, work] = [c.matter.parentWork, workOf(parent)];
  if (endedWithoutWork(parent) || (parent.matter.closure !== null && work === null)) return true;
  return !isSameWork(known, work) || known?.closure !== work?.closure;
}

/** Takes over what became of the parent's work; where the parent ended without any, the matter goes on by itself. */
export function followParent(c: Case, facts: ChangeFacts, given: { parent: Case }): Outcome {
  const { parent } = given;
  if (stateOf(c) !== 'MERGED' || c.matter.mergedInto !== parent.matter.id)
    return refuse('not_merged');
  if (endedWithoutWork(parent)) return split(c, facts, { lastOwner: parent.matter.firstContact });
  const { closure } = parent.matter;
  if (closure !== null && workOf(parent) === null) return answeredLikewise(c, facts, closure);
  return withParentWork(c, facts, parent);
}

/** The matter with its parent's work as it stands now, and what its reporter is told of it. */
function withParentWork(c: Case, facts: ChangeFacts, parent: Case): Changed {
  const known = c.matter.parentWork;
  const work = workOf(parent);
  const isKnown = isSameWork(known, work);
  const parentWork = work && { ...work, toldAt: (isKnown && known?.toldAt) || facts.now };
  const events = isKnown ? [] : eventsOf(parent.matter.id, work);
  return changed(withMatter(c, { parentWork }), ...events);
}

function eventsOf(parent: string, work: Omit<ParentWork, 'toldAt'> | null): CaseEvent[] {
  if (work === null) return [{ verb: 'parent_rework', isPublic: true, codes: { parent } }];
  const verb = work.result === 'done' ? 'parent_finish' : 'parent_cannot';
  return [{ verb, isPublic: true, codes: { parent, round: work.round } }];
}

/** Withdrawn, not taken, sent elsewhere, or merged itself. */
function endedWithoutWork(parent: Case): boolean {
  return ['REJECTED', 'REDIRECTED', 'WITHDRAWN', 'MERGED'].includes(stateOf(parent));
}

/** The parent was answered at once: there is no work to ask about. */
function answeredLikewise(
  c: Case,
  facts: ChangeFacts,
  closure: NonNullable<Matter['closure']>,
): Outcome {
  const ended = {
    closure,
    closedAt: facts.now,
    firstClosedAt: c.matter.firstClosedAt ?? facts.now,
  };
  return changed(withMatter(c, ended), {
    verb: 'close',
    isPublic: true,
    codes: { closure, parent: c.matter.mergedInto },
  });
}
