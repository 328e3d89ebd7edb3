import { type Draft, useDraft } from '#kernel/drafts/drafts.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { PIN_SIZES, toLngLat, viewOfMap } from '#kernel/views/index.ts';
import type { World } from '#kernel/world.ts';
import { parseTelephone } from '#modules/access/index.ts';
import { convert } from '#modules/territory/pure.ts';
import { fileInside, whileFiling } from '../../filing/file-matter.ts';
import type { Filing, Point } from '../../filing/filing.types.ts';
import type { AreaMap } from '../place-pages/community-map.ts';
import { guessCategory, UNSORTED } from './guess-category.rules.ts';
import { sayMessages } from './say.messages.ts';
import { NO_CONTACT, type SayContent } from './say.types.ts';

/** The category chosen, else the one the words point to. */
export function categoryOf({ category, words }: SayContent): string {
  return category === UNSORTED ? guessCategory(words) : category;
}

/** Where the pin stands on the earth. */
export function pointOf(pin: SayContent['pin'], map: AreaMap | null): Point | null {
  if (pin === null || map === null) return null;
  const [, wide] = PIN_SIZES;
  const at = toLngLat(viewOfMap(map.view, wide), pin[0] * wide.width, pin[1] * wide.height);
  const [longitude, latitude] = convert(at, map.crs, 'CGCS2000');
  return { longitude, latitude, crs: 'CGCS2000' };
}

/** Residents file as themselves or as nobody; staff who use the portal do so as anybody would. */
export const filer = (actor: Actor): Actor => (actor.face === 'self' ? actor : ANYBODY);

export type Sending = {
  readonly draft: Draft<SayContent>;
  readonly map: AreaMap | null;
  readonly lang: Language;
};

/** Files the draft, once however often it is sent; returns the matter's id. @throws gone where the draft is no more */
export async function sendMatter(world: World, actor: Actor, sending: Sending): Promise<string> {
  const { draft } = sending;
  const who = filer(actor);
  const filing = filingOf(world, who, sending);
  return whileFiling(world, who, async (tx) => {
    const { id } = await fileInside(world, who, tx, filing);
    return (await useDraft(tx, world, draft, id)) ?? id;
  });
}

function filingOf(world: World, actor: Actor, { draft, map, lang }: Sending): Filing {
  const { content } = draft;
  const contact = content.contact ?? { ...NO_CONTACT, isPublic: false };
  const telephone = parseTelephone(contact.telephone, world.settings.demo);
  return {
    kind: content.kind,
    source: 'portal',
    category: categoryOf(content),
    words: content.words.trim() || sayMessages[lang].voiceWords,
    area: content.area,
    place: {
      text: content.place.trim() || null,
      building: content.building || null,
      stairwell: content.stairwell,
      point: pointOf(content.pin, map),
    },
    contact: {
      name: contact.name || null,
      telephone: isRefusal(telephone) ? null : telephone,
      account: actor.account,
      person: actor.person,
    },
    language: lang,
    onBehalf: contact.forOther ? { of: contact.of, relation: contact.relation } : null,
    isPublic: contact.isPublic,
    files: content.files,
    hotline: null,
    receivedAt: null,
    requestKey: { owner: 'draft', key: draft.id },
  };
}
