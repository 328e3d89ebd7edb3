import { systemScope } from '#kernel/db/scope.ts';
import type { DeadlineRule } from '#kernel/pure/deadlines.ts';
import { matterOf } from '#modules/matters/matters/case-rows.queries.ts';
import {
  deadlineAt,
  type MatterRules,
  matterDeadline,
  rulesFor,
} from '#modules/matters/matters/rules-for.rules.ts';
import { readRulebook } from '#modules/rulebook/index.ts';
import type { TestWorld } from '../../test/world.ts';

const OFFERS = ['offer', 'whistle', 'reoffer', 'overrule', 'reopen', 'split'];
const ACCEPTS = ['take', 'accept', 'rework'];

type Told = { readonly task: string; readonly verb: string; readonly at: Date };

/** Computes every deadline anew from what happened when, by the rules in force then; what differs is told by number. */
export async function recomputeDeadlines(world: TestWorld) {
  const read = async (query: string) => (await world.test.ownerPool.query(query)).rows;
  const book = await world.database.withReadScope(systemScope, (db) => readRulebook(world, db));
  const stored = await world.database.withReadScope(systemScope, (db) =>
    db.selectFrom('matter').selectAll().execute(),
  );
  const matters = new Map(stored.map((row) => [row.id, matterOf(row)]));
  const differences: string[] = [];
  const compare = (what: string, kept: Date, anew: Date) => {
    if (kept.getTime() !== anew.getTime())
      differences.push(`${what}: ${kept.toISOString()}, anew ${anew.toISOString()}`);
  };
  const due = (matter: string, ruleOf: (rules: MatterRules) => DeadlineRule, from: Date) => {
    const of = matters.get(matter);
    if (!of) throw new Error(`no matter ${matter}`);
    return deadlineAt(book, of.area, ruleOf(rulesFor(book, of)), from).dueAt;
  };
  for (const matter of matters.values())
    compare(`matter ${matter.number}`, matter.dueAt, matterDeadline(book, matter).dueAt);

  const checks = await read(
    'select matter_id, id, kind, asked_at, due_at from matter_check where due_at is not null',
  );
  for (const { matter_id, id, kind, asked_at, due_at } of checks) {
    const rule = ({ checking }: MatterRules) =>
      kind === 'call' ? checking.callWithin : checking.checkWithin;
    compare(`check ${id}`, due_at, due(matter_id, rule, asked_at));
  }

  const tasks = await read('select matter_id, id, due_at from task where due_at is not null');
  const told: Told[] = await read(
    `select codes ->> 'task' as task, verb, occurred_at as at from journal
     where codes ->> 'task' is not null order by occurred_at`,
  );
  for (const { matter_id, id, due_at } of tasks) {
    const own = told.filter(({ task }) => task === id);
    const from = own.findLastIndex(({ verb }) => [...OFFERS, ...ACCEPTS].includes(verb));
    const begun = own[from];
    if (!begun) throw new Error(`nobody offered or took task ${id}`);
    const rule = ({ checking }: MatterRules) =>
      ACCEPTS.includes(begun.verb) ? checking.handleWithin : checking.acceptWithin;
    const anew = due(matter_id, rule, begun.at).getTime() + stoppedFor(own.slice(from + 1));
    compare(`task ${id}`, due_at, new Date(anew));
  }
  const compared = { matters: matters.size, checks: checks.length, tasks: tasks.length };
  return { compared, differences };
}

/** How long a task's clock stood still: from each approval to the resuming that followed. */
function stoppedFor(told: readonly Told[]): number {
  let stopped = 0;
  let since: Date | null = null;
  for (const { verb, at } of told) {
    if (verb === 'suspend') since = at;
    if (verb === 'resume' && since !== null) stopped += at.getTime() - since.getTime();
    if (verb === 'resume') since = null;
  }
  return stopped;
}
