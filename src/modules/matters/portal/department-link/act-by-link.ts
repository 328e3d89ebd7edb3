import { systemScope } from '#kernel/db/scope.ts';
import type { StoredFile } from '#kernel/files/store-upload.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { readLink } from '#modules/access/index.ts';
import { addAnswerFiles } from '../../filing/files.queries.ts';
import { actOnMatter } from '../../matters/act.ts';
import type { ChangeFacts, Outcome } from '../../matters/change.types.ts';
import { isOpen } from '../../matters/fold.rules.ts';
import { mayCommand } from '../../matters/matter.policy.ts';
import type { Case, MatterState, Task } from '../../matters/matter.types.ts';
import { findTaskForLink } from '../../messages/tell.queries.ts';
import { finish } from '../../tasks/do-task.rules.ts';
import { accept, returnTask } from '../../tasks/hand-over.rules.ts';
import { isReachedByLink } from '../../tasks/task-link.rules.ts';

/** The office a department's link was sent to, its task, and the number of the matter that it belongs to. */
export type Office = {
  readonly actor: Actor;
  readonly task: string;
  /** The link's, compared again under the lock. */
  readonly version: number;
  readonly number: string;
};

/**
 * The office behind a department's link. 'gone' where the link is forged, torn, expired, a reporter's, withdrawn or
 * followed by a newer one; 'over' where its task waits for this office no more.
 */
export async function officeByToken(
  world: World,
  token: string,
): Promise<Office | 'gone' | 'over'> {
  const link = readLink(world.secrets, token, world.clock.now());
  if (link?.purpose !== 'task') return 'gone';
  // As the system: who the holder is, and so what he may see, is what is being found out.
  const task = await world.database.withReadScope(systemScope, (db) =>
    findTaskForLink(db, link.subject),
  );
  if (!task || task.linkVersion !== link.version) return 'gone';
  const waits = isReachedByLink({ state: task.state as Task['state'] });
  if (!waits || !isOpen(task.matterState as MatterState)) return 'over';
  const actor: Actor = {
    ...ANYBODY,
    face: 'link',
    organisation: task.organisation,
    rootOrganisation: task.root,
    verbs: VERBS,
    subject: task.matter,
  };
  return { actor, task: task.id, version: link.version, number: task.number };
}

/** What a department's link lets its holder do with its one task. */
const VERBS: Actor['verbs'] = {
  'matter.read': 'own',
  'matter.accept': 'own',
  'matter.return': 'own',
  'matter.finish': 'own',
};

/** The link's task, as long as it waits and the link was not withdrawn. */
export function linkedTask(
  c: Case,
  { task: id, version }: Pick<Office, 'task' | 'version'>,
): Task | undefined {
  return c.tasks.find(
    (task) => task.id === id && task.linkVersion === version && isReachedByLink(task),
  );
}

export type OfficeAct =
  | { readonly act: 'acceptance' }
  | {
      readonly act: 'answer';
      readonly text: string;
      readonly private: string | null;
      readonly result: 'done' | 'cannot';
      readonly files: readonly StoredFile[];
    }
  | { readonly act: 'return'; readonly reason: string };

/** Does one thing with the office's task, in one transaction: an answer before acceptance accepts it first. */
export async function actByLink(world: World, office: Office, given: OfficeAct): Promise<void> {
  await actOnMatter(world, office.actor, office.number, async (stored, facts, { tx }) => {
    const { case: c } = stored;
    const task = linkedTask(c, office);
    if (!task) return refuse('no_such_task');
    const outcome = doing(c, facts, office.actor, task, given);
    if (given.act === 'answer' && !isRefusal(outcome))
      await addAnswerFiles(tx, world, stored, outcome.case, given.files);
    return outcome;
  });
}

function doing(c: Case, facts: ChangeFacts, office: Actor, task: Task, given: OfficeAct): Outcome {
  const verb = ({ acceptance: 'accept', answer: 'finish', return: 'return' } as const)[given.act];
  if (!mayCommand(office, verb, c)) throw forbidden(verb);
  if (given.act === 'acceptance') return accept(c, facts, task.id);
  if (given.act === 'return') return returnTask(c, facts, { task: task.id, reason: given.reason });
  const accepted = task.state === 'OFFERED' ? accept(c, facts, task.id) : { case: c, events: [] };
  if (isRefusal(accepted)) return accepted;
  const finished = finish(accepted.case, facts, {
    task: task.id,
    result: given.result,
    answerPublic: given.text,
    answerPrivate: given.private,
    madeSafeAt: null,
  });
  if (isRefusal(finished)) return finished;
  return { case: finished.case, events: [...accepted.events, ...finished.events] };
}
