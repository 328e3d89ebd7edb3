import type { Db } from '#kernel/db/client.ts';
import type { Actor } from '#kernel/pure/actor.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { formatNumber, type PublicNumber } from '#kernel/pure/numbers.ts';
import type { World } from '#kernel/world.ts';
import { findBuildingById } from '#modules/territory/index.ts';
import { placeName } from '#modules/territory/pure.ts';
import { isOpen, leadOf, stateOf } from '../../matters/fold.rules.ts';
import type { Case, Check, Task } from '../../matters/matter.types.ts';
import { type MatterShown, showMatter } from '../../matters/show-matter.ts';
import type { WholeMatter } from '../../matters/view.queries.ts';
import { matterMessages } from '../../matters.messages.ts';
import { findCategory } from '../../reference/categories.ts';
import { dayOfInstant, momentText } from '../when.rules.ts';
import { placeOf, textOfEntry, worded, wordsSaid } from './matter-shown.rules.ts';
import type { FileShown, FindingShown, MatterPageView, StoryLine } from './matter-shown.types.ts';

export type Showing = {
  readonly lang: Language;
  /** Where files are fetched from: '/files', or below a link's own address. */
  readonly files: string;
  /** True for the reporter himself: what is meant for him alone is shown too. */
  readonly isReporter: boolean;
  /** The community's or village's name in the reader's language. */
  readonly areaName: string;
};

/** Everything a portal page shows of a matter, in the reader's language, within what this scope may see. */
export async function showOnPortal(
  world: World,
  db: Db,
  actor: Actor,
  whole: WholeMatter,
  showing: Showing,
): Promise<MatterPageView> {
  const { lang, isReporter } = showing;
  const c = whole.stored.case;
  const shown = await showMatter(world, db, actor, whole, lang);
  const t = matterMessages[lang];
  const state = stateOf(c);
  const task = answeringTask(c.tasks);
  return {
    lang,
    number: formatNumber(shown.number as PublicNumber),
    title: shown.title,
    words: shown.words,
    place: await placeText(db, whole.row, showing.areaName),
    category: findCategory(c.matter.category)?.[lang] ?? c.matter.category,
    state,
    stateWord: worded(t.states, state),
    closure: c.matter.closure && worded(t.closures, c.matter.closure),
    isGoodEnd: ['solved', 'verified', 'answered'].includes(c.matter.closure ?? ''),
    isAdvice: c.matter.closure === 'answered',
    owner: shown.owner.name,
    // A merged one keeps its own clock and whoever owes the answer.
    isOpen: isOpen(state) || state === 'MERGED',
    isOverdue: c.matter.isOverdue,
    received: momentText(lang, c.matter.receivedAt),
    due: dayOfInstant(lang, c.matter.dueAt),
    dueLines: shown.deadline[lang],
    isProvisional: shown.deadline.isProvisional,
    answer: c.matter.parentWork?.answer ?? task?.answerPublic ?? null,
    answerPrivate: isReporter ? (task?.answerPrivate ?? null) : null,
    reason: c.matter.dispositionReason ?? suspensionReason(c.tasks),
    files: filesOf(shown, 'report', showing.files),
    answerFiles: filesOf(shown, 'answer', showing.files),
    story: storyOf(shown, c, lang),
    findings: c.checks
      // How he graded, and what he was told, is his own.
      .filter((check) => isReporter || check.kind !== 'rating')
      .flatMap((check) => findingOf(check, shown, lang)),
    said: wordsSaid(c, (at) => dayOfInstant(lang, at)),
    secondings: shown.secondings,
  };
}

/** The lead's answer, else the newest of any task. */
function answeringTask(tasks: readonly Task[]): Task | undefined {
  const lead = leadOf(tasks);
  if (lead?.answerPublic) return lead;
  return tasks.filter((task) => task.answerPublic !== null).at(-1);
}

const suspensionReason = (tasks: readonly Task[]): string | null =>
  tasks.find((task) => task.state === 'SUSPENDED')?.suspension?.reason ?? null;

async function placeText(
  db: Db,
  { building: id, place }: WholeMatter['row'],
  areaName: string,
): Promise<string> {
  const building = id === null ? undefined : await findBuildingById(db, id);
  return placeOf([areaName, building ? placeName(building) : '', place ?? '']);
}

function filesOf(shown: MatterShown, part: 'report' | 'answer', base: string): FileShown[] {
  return shown.files
    .filter((file) => file.part === part)
    .map((file) => ({ href: `${base}/${file.id}`, kind: fileKind(file.mediaType) }));
}

function fileKind(mediaType: string): FileShown['kind'] {
  if (mediaType.startsWith('image/')) return 'photo';
  return mediaType.startsWith('audio/') ? 'clip' : 'document';
}

const HIDDEN = new Set(['second', 'rate']);

function storyOf(shown: MatterShown, c: Case, lang: Language): StoryLine[] {
  return shown.timeline
    .filter((entry) => entry.isPublic && !HIDDEN.has(entry.verb))
    .map((entry) => {
      const text = textOfEntry(c, entry.verb, entry.codes);
      return {
        title: worded(matterMessages[lang].verbs, entry.verb),
        when: momentText(lang, entry.at),
        isoWhen: entry.at.toISOString(),
        by: entry.by ? entry.by.name : '',
        ...(text ? { text } : {}),
      };
    });
}

function findingOf(check: Check, shown: MatterShown, lang: Language): FindingShown[] {
  const t = matterMessages[lang];
  if (check.finding === null || check.doneAt === null) return [];
  const body = shown.checks.find((one) => one.id === check.id)?.body.name ?? '';
  return [
    {
      title: `${worded(t.check_kinds, check.kind)} · ${body}`,
      finding: worded(t.findings, check.finding),
      when: dayOfInstant(lang, check.doneAt),
      note: check.note,
      at: check.doneAt,
    },
  ];
}
