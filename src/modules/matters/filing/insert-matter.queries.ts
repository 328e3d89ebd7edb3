import type { Tx } from '#kernel/db/client.ts';
import { changingColumns } from '../matters/case-rows.queries.ts';
import type { Case } from '../matters/matter.types.ts';
import type { Filing } from './filing.types.ts';

export type NewMatter = {
  readonly case: Case;
  readonly filing: Filing;
  readonly title: string;
  readonly recordedAt: Date;
  readonly nextLookAt: Date | null;
  readonly reporterAccount: string | null;
};

/** The matter, and apart from it how to reach who said it. Both statements travel in one flush. */
export async function insertMatter(tx: Tx, given: NewMatter): Promise<void> {
  await Promise.all([
    tx.insertInto('matter').values(matterRow(given)).execute(),
    tx.insertInto('matterReporter').values(reporterRow(given)).execute(),
  ]);
}

export function matterRow(given: NewMatter) {
  const { filing } = given;
  const { matter } = given.case;
  return {
    id: matter.id,
    number: matter.number,
    source: matter.source,
    area: matter.area,
    filedArea: matter.area,
    title: given.title,
    words: filing.words.trim(),
    place: filing.place.text,
    building: filing.place.building,
    stairwell: filing.place.stairwell,
    longitude: filing.place.point?.longitude ?? null,
    latitude: filing.place.point?.latitude ?? null,
    crs: filing.place.point?.crs ?? null,
    onBehalf: filing.onBehalf !== null,
    receivedAt: matter.receivedAt,
    recordedAt: given.recordedAt,
    nextLookAt: given.nextLookAt,
    hotlineNumber: filing.hotline?.number ?? null,
    hotlineDueAt: filing.hotline?.dueAt ?? null,
    reporterAccount: given.reporterAccount,
    ...changingColumns(given.case),
  };
}

export function reporterRow({ filing, case: { matter }, reporterAccount }: NewMatter) {
  return {
    matterId: matter.id,
    area: matter.area,
    account: reporterAccount,
    person: filing.contact.person,
    name: filing.contact.name,
    telephone: filing.contact.telephone,
    onBehalfOf: filing.onBehalf?.of ?? null,
    relation: filing.onBehalf?.relation ?? null,
    language: filing.language,
  };
}
