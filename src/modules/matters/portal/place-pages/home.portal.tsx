/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { Card, Lead, NoticeCard, PlaceMap, type PlaceMapView } from '#kernel/views/index.ts';
import { CommunityFinder, type FinderProps } from './finder.portal.tsx';
import { Numbers, type NumbersProps } from './numbers.portal.tsx';
import { placeMessages } from './place-pages.messages.ts';

/** The one thing to do, across the top of a home page. */
export function HomeBand(props: { lang: Language; base: string; isVillage?: boolean }) {
  const { lang, base, isVillage } = props;
  const t = placeMessages[lang];
  return (
    <Lead
      title={t.question}
      text={t.lead}
      main={{ href: `${base}/say`, title: t.say, text: t.sayText }}
      others={[
        { href: '/track', title: t.track, text: t.trackText },
        ...(base === ''
          ? []
          : [
              {
                href: `${base}/who`,
                title: t.people,
                text: isVillage ? t.villagePeopleText : t.peopleText,
              },
            ]),
      ]}
    />
  );
}

export type BodyLine = {
  readonly name: string;
  readonly head: string | null;
  readonly hours: string | null;
  readonly telephone: string | null;
};

export type NoticeLine = {
  readonly title: string;
  readonly href: string;
  readonly date: string;
  readonly isoDate: string;
  readonly summary: string;
};

type CommunityProps = {
  readonly lang: Language;
  readonly code: string;
  readonly name: string;
  readonly isVillage: boolean;
  readonly bodies: readonly BodyLine[];
  readonly notices: readonly NoticeLine[];
  readonly numbers: NumbersProps;
  readonly map: PlaceMapView | null;
};

/** A community's home below its band. */
export function CommunityHome(props: CommunityProps) {
  const { lang, code } = props;
  const t = placeMessages[lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <Notices {...props} />
        <Bodies {...props} />
        {props.map && (
          <>
            <h2 class="govuk-heading-m">{t.map}</h2>
            <PlaceMap lang={lang} map={props.map} label={t.mapOf(props.name)} note={t.mapNote} />
          </>
        )}
      </div>
      <div class="govuk-grid-column-one-third">
        <Numbers {...props.numbers} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/c/${code}/answered`}>
            {t.answered}
          </a>
        </p>
      </div>
    </div>
  );
}

function Notices({ lang, code, notices }: CommunityProps) {
  const t = placeMessages[lang];
  return (
    <Card title={t.notices}>
      {notices.length === 0 && <p class="govuk-body">{t.noNoticesText}</p>}
      {notices.map((notice) => (
        <NoticeCard key={notice.href} textLang="zh-CN" {...notice} />
      ))}
      {notices.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/c/${code}/notices`}>
            {t.allNotices}
          </a>
        </p>
      )}
    </Card>
  );
}

function Bodies({ lang, code, bodies, isVillage }: CommunityProps) {
  const t = placeMessages[lang];
  if (isVillage)
    return (
      <>
        <h2 class="govuk-heading-m">{t.serves}</h2>
        <p class="govuk-body">{t.villageText}</p>
        {bodies.map((body) => (
          <BodyCard key={body.name} lang={lang} body={body} />
        ))}
      </>
    );
  return (
    <>
      <h2 class="govuk-heading-m">{t.bodies}</h2>
      {bodies.map((body) => (
        <BodyCard key={body.name} lang={lang} body={body} />
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`/c/${code}/who`}>
          {t.allPeople}
        </a>
      </p>
    </>
  );
}

/** One body: who leads it, how to call it, when it is open. */
export function BodyCard({ lang, body }: { lang: Language; body: BodyLine }) {
  const t = placeMessages[lang];
  return (
    <section class="l-body">
      <h3 class="l-body__name">{body.name}</h3>
      {body.head && <p>{body.head}</p>}
      {body.telephone && (
        <p>
          {t.call}{' '}
          <a class="govuk-link" href={`tel:${body.telephone.replace(/[^\d+]/g, '')}`}>
            {body.telephone}
          </a>
        </p>
      )}
      {body.hours && <p class="l-body__hours">{body.hours}</p>}
    </section>
  );
}

type DistrictProps = {
  readonly lang: Language;
  readonly finder: FinderProps;
  readonly numbers: NumbersProps;
  readonly map: PlaceMapView | null;
};

/** The district's home below its band: find your community. */
export function DistrictHome({ lang, finder, numbers, map }: DistrictProps) {
  const t = placeMessages[lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h2 class="govuk-heading-m">{t.find}</h2>
        <CommunityFinder {...finder} />
        {map && <PlaceMap lang={lang} map={map} label={t.districtMap} note={t.districtMapNote} />}
      </div>
      <div class="govuk-grid-column-one-third">
        <Numbers {...numbers} />
      </div>
    </div>
  );
}
