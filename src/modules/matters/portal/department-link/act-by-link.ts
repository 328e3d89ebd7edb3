import type { StoredFile } from '#kernel/files/store-upload.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import { forbidden } from '#kernel/pure/errors.ts';
import { isRefusal, refuse } from '#kernel/pure/refusal.ts';
import type { World } from '#kernel/world.ts';
import { linkActor, readLink } from '#modules/access/index.ts';
import { addAnswerFiles } from '../../filing/files.queries.ts';
import { actOnMatter } from '../../matters/act.ts';
import type { ChangeFacts, Outcome } from '../../matters/change.types.ts';
import { mayCommand } from '../../matters/matter.policy.ts';
import type { Case, Task } from '../../matters/matter.types.ts';
import { finish } from '../../tasks/do-task.rules.ts';
import { accept, returnTask } from '../../tasks/hand-over.rules.ts';

/** The office a department's link was sent to; null where the link opens nothing, or is a reporter's. */
export function officeByToken(world: World, token: string): (Actor & { subject: string }) | null {
  const link = readLink(world.secrets, token, world.clock.now());
  const actor = link?.purpose === 'task' ? linkActor(world, token) : null;
  return actor?.subject ? { ...actor, subject: actor.subject } : null;
}

/** The one task of this office that still waits for it. */
export function ownTask(c: Case, office: Pick<Actor, 'organisation' | 'rootOrganisation'>) {
  const isOwn = ({ body }: Task) =>
    body.organisation === office.organisation || body.root === office.rootOrganisation;
  return c.tasks.find(
    (task) => isOwn(task) && (task.state === 'OFFERED' || task.state === 'ACCEPTED'),
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
export async function actByLink(
  world: World,
  office: Actor,
  number: string,
  given: OfficeAct,
): Promise<void> {
  await actOnMatter(world, office, number, async (stored, facts, { tx }) => {
    const { case: c } = stored;
    const task = ownTask(c, office);
    if (!task) return refuse('no_such_task');
    const outcome = doing(c, facts, office, task, given);
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
