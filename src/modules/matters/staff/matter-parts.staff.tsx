/** @jsxImportSource react */
import { Link } from 'react-router';
import { textOf } from '#kernel/pure/messages.ts';
import { momentText } from '#kernel/workbench/dates.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { Facts } from '#kernel/workbench/record-drawer.tsx';
import { Deadline, Timeline } from '#kernel/workbench/timeline.tsx';
import { matterMessages } from '../matters.messages.ts';
import { type MatterShown, useCategories } from './reading.staff.tsx';
import { staffMatterMessages } from './staff.messages.ts';

type Given = { readonly matter: MatterShown };

/** The words, where, and the photos. */
export function Said({ matter }: Given) {
  const { nameOf } = useCategories();
  return (
    <>
      <p className="mt-words">{matter.words}</p>
      <p className="lk-quiet">
        {[matter.areaName, matter.place, nameOf(matter.category)].filter(Boolean).join(' · ')}
      </p>
      <Files matter={matter} />
    </>
  );
}

/** The few facts about it. */
export function About({ matter }: Given) {
  const { record } = useT(staffMatterMessages);
  const { kinds, sources, ratings } = useT(matterMessages);
  const { language } = useLanguage();
  const { point, rating } = matter;
  return (
    <Facts
      facts={[
        [
          record.map,
          point && `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)} (${point.crs})`,
        ],
        [record.kind, kinds[matter.kind]],
        [record.received, `${momentText(language, matter.receivedAt)} · ${sources[matter.source]}`],
        [record.owner, matter.owner.name],
        [record.publication, matter.isPublic ? record.publicYes : record.publicNo],
        [record.secondings, matter.secondings > 0 ? record.people(matter.secondings) : null],
        [record.hotline, matter.hotlineNumber],
        [
          record.merged,
          matter.mergedInto && (
            <Link to={`/matters/${matter.mergedInto}`}>{matter.mergedInto}</Link>
          ),
        ],
        [record.rating, rating === null ? null : ratings[rating - 1]],
      ]}
    />
  );
}

function Files({ matter }: Given) {
  const { record } = useT(staffMatterMessages);
  if (matter.files.length === 0) return null;
  return (
    <ul className="mt-photos" aria-label={record.photos}>
      {matter.files.map((file, index) => {
        const isPhoto = file.mediaType.startsWith('image/');
        const name = `${isPhoto ? record.photo(index + 1) : record.file(index + 1)}${
          file.part === 'answer' ? ` · ${record.ofAnswer}` : ''
        }`;
        return (
          <li key={file.id}>
            <a href={file.url} target="_blank" rel="noreferrer">
              {isPhoto ? <img src={file.url} alt={name} loading="lazy" /> : name}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function stateOfClock(matter: MatterShown) {
  if (matter.closure !== null) return matter.isOverdue ? 'missed' : 'met';
  if (matter.deadline.isStopped) return 'paused';
  return matter.isOverdue ? 'overdue' : 'running';
}

/** The resident's clock with how it was computed, and the present holder's. */
export function Clocks({ matter }: Given) {
  const { record } = useT(staffMatterMessages);
  const { language } = useLanguage();
  const { deadline, holderDueAt } = matter;
  const isHeld = holderDueAt !== null && matter.closure === null;
  return (
    <>
      <Deadline
        label={record.whole}
        deadline={{
          due: matter.dueAt,
          state: stateOfClock(matter),
          provisional: deadline.isProvisional,
          lines: deadline[language],
        }}
      />
      {matter.extensions.map(
        ({ reason, isApproved, proposedAt }) =>
          isApproved || <p key={proposedAt}>{record.extensionAsked(reason)}</p>,
      )}
      {isHeld && (
        <Deadline
          label={record.holder}
          deadline={{
            due: holderDueAt,
            state: new Date(holderDueAt).getTime() < Date.now() ? 'overdue' : 'running',
            lines: [],
          }}
        />
      )}
    </>
  );
}

const CODES = [
  'meeting',
  'closure',
  'reason',
  'why',
  'decision',
  'lacks',
  'channel',
  'level',
] as const;

/** What an event's codes add to its verb. */
function useDetail() {
  const t = useT(matterMessages);
  const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    meeting: t.meetings,
    closure: t.closures,
    reason: t.check_reasons,
    why: t.check_reasons,
    decision: t.states,
    lacks: t.lacks,
    channel: t.channels,
    level: t.levels,
  };
  return (codes: Readonly<Record<string, unknown>>): string[] => {
    const known = CODES.flatMap((name) => {
      const text = texts[name]?.[String(codes[name])];
      return text === undefined ? [] : [text];
    });
    const rating = t.ratings[Number(codes['rating']) - 1];
    return rating === undefined ? known : [...known, rating];
  };
}

/** Names of the bodies that the matter itself mentions. */
function bodiesIn(matter: MatterShown): ReadonlyMap<string, string> {
  const bodies = [
    matter.owner,
    ...matter.tasks.flatMap((task) => [task.body, task.offeredBy]),
    ...matter.checks.map((check) => check.body),
  ];
  return new Map(bodies.map((body) => [body.id, body.name]));
}

/** Everything that happened, in words. */
export function History({ matter }: Given) {
  const { verbs } = useT(matterMessages);
  const detailOf = useDetail();
  const bodies = bodiesIn(matter);
  const events = matter.timeline.map((entry, index) => {
    const { organisation } = entry.codes;
    const other = bodies.get(String(organisation));
    const more = [other === entry.by?.name ? undefined : other, ...detailOf(entry.codes)];
    const text = [textOf(verbs, entry.verb), ...more].filter(Boolean).join(' · ');
    return {
      id: `${entry.at} ${index}`,
      at: entry.at,
      text,
      public: entry.isPublic,
      ...(entry.by && { by: entry.by.name }),
    };
  });
  return <Timeline events={events} />;
}
