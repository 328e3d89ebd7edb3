// How a matter that came in by an events sheet is told again, row by row, from what the journal and its own row keep.
import { localSecond } from '#kernel/pure/dates.ts';
import { isReporters } from './change-by-event.rules.ts';
import { PAST_EVENTS, type PastColumn, type PastEventName } from './past-event.types.ts';

/** Cells of one row of the sheet, as text. */
export type PastCells = Readonly<Partial<Record<PastColumn, string>>>;

export type MatterTold = {
  readonly id: string;
  readonly external: string;
  /** The number of the matter it was merged into. */
  readonly parent: string | null;
  readonly kind: string;
  readonly source: string;
  readonly category: string;
  readonly area: string;
  readonly words: string;
  readonly place: string | null;
  readonly building: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly crs: string | null;
  readonly isPublic: boolean;
  readonly receivedAt: Date;
  readonly hotlineNumber: string | null;
  readonly hotlineDueAt: Date | null;
  readonly rating: number | null;
  readonly isSampled: boolean;
  readonly name: string | null;
  readonly telephone: string | null;
};

/** One row of the journal about it. */
export type PastTold = {
  readonly verb: string;
  readonly at: Date;
  readonly organisation: string | null;
  readonly account: string | null;
  readonly codes: Readonly<Record<string, string | number | boolean | null>>;
  readonly detail: Readonly<Record<string, string | null>> | null;
};

/** What ids in the journal are called in a sheet. */
export type Codes = {
  readonly body: (id: string) => string;
  readonly building: (id: string) => string;
  readonly note: (check: string) => string | undefined;
  /** Whether matters of a category are public unless the reporter says otherwise. */
  readonly isUsuallyPublic: (category: string) => boolean;
};

const EVENTS: readonly string[] = PAST_EVENTS;
/** A word that the rules answered otherwise than by its name. */
const ALSO: Readonly<Record<string, PastEventName>> = {
  leave: 'withdraw',
  wish_reopening: 'reopen',
};

/** The rows of one matter: what somebody did, and nothing of what followed by itself. */
export function rowsOfPast(
  matter: MatterTold,
  told: readonly PastTold[],
  codes: Codes,
): PastCells[] {
  const happened = told
    .flatMap((row) => {
      const event = eventOf(row);
      return event === null ? [] : [{ row, event }];
    })
    // Two in one second stand in the order in which one leads to the other.
    .toSorted(
      (a, b) =>
        a.row.at.getTime() - b.row.at.getTime() ||
        EVENTS.indexOf(a.event) - EVENTS.indexOf(b.event),
    );
  const finishes = happened.filter(({ event }) => event === 'finish' || event === 'cannot');
  const says = happened.filter(({ event }) => event === 'say_solved' || event === 'say_not_solved');
  const isRated = happened.some(({ event }) => event === 'rate');
  return happened.map((one) => {
    const { row, event } = one;
    // The last grade stands on the matter; where none was given apart, it came with the last word.
    const isGraded = !isRated && one === says.at(-1) && matter.rating !== null;
    return withoutEmpty({
      external: matter.external,
      event,
      at: localSecond(row.at),
      ...handCells(row, codes),
      ...(event === 'receive' ? receiptCells(matter, codes) : eventCells(event, row, codes)),
      ...(event === 'merge' ? { parent: matter.parent } : {}),
      ...(isGraded ? { rating: String(matter.rating) } : {}),
      ...(matter.isSampled && one === finishes[0] ? { sampled: '是' } : {}),
    });
  });
}

function eventOf({ verb, organisation }: PastTold): PastEventName | null {
  const name = ALSO[verb] ?? (EVENTS.includes(verb) ? (verb as PastEventName) : null);
  if (name === null) return null;
  const isSomebodys = name === 'receive' || isReporters(name) || organisation !== null;
  return isSomebodys ? name : null;
}

type Cells = Readonly<Partial<Record<PastColumn, string | null>>>;

/** Who: a body by its code, and the person's number where the sheet had one. */
function handCells({ organisation, account }: PastTold, codes: Codes): Cells {
  if (organisation === null) return {};
  const [, , person = null] = account?.startsWith('past:') ? account.split(':') : [];
  return { body: codes.body(organisation), person };
}

function eventCells(event: PastEventName, { codes: said, detail }: PastTold, codes: Codes): Cells {
  const text = (key: string) => (said[key] === undefined ? null : String(said[key]));
  const to = text('organisation');
  const check = text('check');
  const isOffer = event === 'offer' || event === 'whistle' || event === 'reoffer';
  const words = detail?.['answerPublic'] ?? detail?.['reason'] ?? detail?.['text'] ?? null;
  return {
    words: check === null ? words : (codes.note(check) ?? null),
    ...(isOffer && to !== null ? { to: codes.body(to) } : {}),
    ...(event === 'suspend' ? { words: null } : {}),
    ...(event === 'propose_suspension' ? { reviewOn: text('reviewOn') } : {}),
    lacks: text('lacks'),
    channel: text('channel'),
    ...(event === 'decide' ? { decision: text('decision') } : {}),
    ...(event === 'rate' ? { rating: text('rating') } : {}),
  };
}

function receiptCells(matter: MatterTold, codes: Codes): Cells {
  const { longitude, latitude, crs, building, isPublic, category } = matter;
  const isPoint = longitude !== null && latitude !== null;
  const isUsual = isPublic === codes.isUsuallyPublic(category);
  return {
    kind: matter.kind,
    source: matter.source,
    category,
    area: matter.area,
    words: matter.words,
    place: matter.place,
    building: building === null ? null : codes.building(building),
    ...(isPoint ? { lng: String(longitude), lat: String(latitude), crs } : {}),
    name: matter.name,
    telephone: matter.telephone,
    ...(isUsual ? {} : { public: isPublic ? '是' : '否' }),
    hotline: matter.hotlineNumber,
    hotlineDue: matter.hotlineDueAt && localSecond(matter.hotlineDueAt),
  };
}

function withoutEmpty(cells: Cells): PastCells {
  return Object.fromEntries(
    Object.entries(cells).filter(([, value]) => value !== null && value !== undefined),
  ) as PastCells;
}
