/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { Card, EmptyState, SummaryList, type SummaryRow } from '#kernel/views/index.ts';
import type { Appointment } from '../appointments/appointment.types.ts';
import { bodiesMessages } from '../bodies.messages.ts';
import type { Organisation } from '../organisations/organisation.types.ts';
import { AFFAIRS } from '../reference/affairs.types.ts';
import { POSTS } from '../reference/posts.types.ts';
import type { BodyShown, WhoIsWho } from './who.types.ts';

type Props = { readonly who: WhoIsWho; readonly lang: Language };

/** In the reader's language where it is known, else as entered. */
function own(lang: Language, zh: string | null, en: string | null): string | null {
  return lang === 'en' ? (en ?? zh) : zh;
}

export function organisationName(one: Organisation, lang: Language): string {
  return own(lang, one.name, one.nameEn) ?? one.name;
}

/** The three bodies of a community: who is in office, when to find them, what each is for. */
export function WhoIsWhoPage({ who, lang }: Props) {
  const words = bodiesMessages[lang].who;
  return (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      {who.bodies.length === 0 && <NoBodies who={who} lang={lang} />}
      {who.bodies.map((body) => (
        <BodyCard key={body.organisation.code} body={body} lang={lang} />
      ))}
    </>
  );
}

function NoBodies({ who, lang }: Props) {
  const words = bodiesMessages[lang].who;
  const isVillage = who.area.kind === 'village';
  return (
    <>
      <EmptyState title={isVillage ? words.village : words.noBodies}>
        <p class="govuk-body">{isVillage ? words.villageText : words.noBodiesText}</p>
      </EmptyState>
      {who.office && (
        <Card title={organisationName(who.office, lang)}>
          <SummaryList lang={lang} rows={contactRows(who.office, lang)} />
        </Card>
      )}
    </>
  );
}

function BodyCard({ body, lang }: { body: BodyShown; lang: Language }) {
  const messages = bodiesMessages[lang];
  const { organisation, holders, parts } = body;
  const purpose = messages.purposes[organisation.kind as keyof typeof messages.purposes];
  return (
    <Card title={organisationName(organisation, lang)} id={organisation.kind.toLowerCase()}>
      <p class="govuk-body">{own(lang, organisation.duties, organisation.dutiesEn) ?? purpose}</p>
      <SummaryList lang={lang} rows={contactRows(organisation, lang)} />
      <Holders
        holders={holders}
        lang={lang}
        caption={messages.who.posts}
        of={organisationName(organisation, lang)}
      />
      {holders.some(({ grids }) => grids.length > 0) && (
        <p class="govuk-body">{messages.who.whichWorker}</p>
      )}
      {parts.length > 0 && <h3 class="govuk-heading-s">{messages.who.parts}</h3>}
      {parts.map((part) => (
        <Part key={part.organisation.code} part={part} lang={lang} />
      ))}
    </Card>
  );
}

function Part({ part, lang }: { part: BodyShown; lang: Language }) {
  const words = bodiesMessages[lang].who;
  const { organisation } = part;
  const name = organisationName(organisation, lang);
  const affairs = AFFAIRS.filter((affair) => organisation.affairs.includes(affair.code));
  const duties = own(lang, organisation.duties, organisation.dutiesEn);
  return (
    <div>
      <h4 class="govuk-heading-s">{name}</h4>
      {duties && <p class="govuk-body">{duties}</p>}
      {affairs.length > 0 && (
        <p class="govuk-body">
          {words.affairs}
          {lang === 'zh' ? '：' : ': '}
          {affairs.map((affair) => affair[lang]).join(lang === 'zh' ? '、' : ', ')}
        </p>
      )}
      {part.holders.length > 0 && <Holders holders={part.holders} lang={lang} caption={name} />}
    </div>
  );
}

function contactRows(one: Organisation, lang: Language): SummaryRow[] {
  const words = bodiesMessages[lang].who;
  const hours = own(lang, one.officeHours, one.officeHoursEn);
  const rows: (SummaryRow | null)[] = [
    one.telephone === null
      ? null
      : {
          key: words.telephone,
          value: (
            <a class="govuk-link" href={`tel:${one.telephone.replace(/[^\d+]/g, '')}`}>
              {one.telephone}
            </a>
          ),
        },
    hours === null ? null : { key: words.hours, value: hours },
    one.address === null ? null : { key: words.address, value: one.address },
  ];
  return rows.filter((row) => row !== null);
}

type HoldersProps = {
  readonly holders: readonly Appointment[];
  readonly lang: Language;
  readonly caption: string;
  /** Whose they are, where no heading just above says so. */
  readonly of?: string;
};

function Holders({ holders, lang, caption, of }: HoldersProps) {
  const messages = bodiesMessages[lang];
  if (holders.length === 0) return <p class="govuk-body">{messages.who.nobody}</p>;
  const label = of ? `${of} · ${caption}` : caption;
  return (
    // On a narrow phone it scrolls within itself: the keyboard must reach it.
    <section class="l-scroll" tabindex={0} aria-label={label}>
      <table class="govuk-table">
        <caption
          class={of ? 'govuk-table__caption govuk-table__caption--s' : 'govuk-visually-hidden'}
        >
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {[messages.who.post, messages.who.name, messages.who.origin].map((header) => (
              <th key={header} scope="col" class="govuk-table__header">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {holders.map((one) => (
            <tr key={one.id} class="govuk-table__row">
              <td class="govuk-table__cell">{postTitle(one, lang)}</td>
              <td class="govuk-table__cell">{one.holderName}</td>
              <td class="govuk-table__cell">{messages.who.origins[one.origin]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function postTitle(one: Appointment, lang: Language): string {
  const post = POSTS[one.organisationKind].find(({ code }) => code === one.postCode);
  return post ? post[lang] : one.postCode;
}
