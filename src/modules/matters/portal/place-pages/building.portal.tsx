/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { Card, EmptyState, QRSheet } from '#kernel/views/index.ts';
import { WhatForm, type WhatProps } from '../say/what.portal.tsx';
import { BodyCard, type BodyLine } from './home.portal.tsx';
import { placeMessages } from './place-pages.messages.ts';

type BuildingProps = {
  readonly lang: Language;
  readonly code: string;
  readonly place: string;
  readonly address: string;
  readonly community: { readonly code: string; readonly name: string };
  readonly form: WhatProps;
  readonly grid: string | null;
  readonly workers: readonly string[];
  readonly station: BodyLine | null;
  readonly open: readonly { readonly number: string; readonly line: string }[];
};

/** Whoever scanned the code on the wall is here: the form first, then who serves the place and what is in hand. */
export function BuildingPage(props: BuildingProps) {
  const { lang } = props;
  const t = placeMessages[lang];
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <span class="govuk-caption-l">
          {props.place} · {props.address}
        </span>
        <h1 class="govuk-heading-l">{t.sayHere}</h1>
        <WhatForm {...props.form} />
      </div>
      <div class="govuk-grid-column-one-third">
        <Serves {...props} />
        <Card title={t.openHere}>
          {props.open.length === 0 && (
            <EmptyState title={t.nothingOpen}>
              <p class="govuk-body">{t.nothingOpenText}</p>
            </EmptyState>
          )}
          <ul class="govuk-list">
            {props.open.map((one) => (
              <li key={one.number}>{one.line}</li>
            ))}
          </ul>
        </Card>
        <p class="govuk-body">
          <a class="govuk-link" href={`/b/${props.code}/sheet`}>
            {t.sheet}
          </a>
        </p>
      </div>
    </div>
  );
}

function Serves(props: BuildingProps) {
  const { lang, workers, grid } = props;
  const t = placeMessages[lang];
  return (
    <Card title={t.serves}>
      {grid !== null && <p class="govuk-body">{t.grid(grid)}</p>}
      <p class="govuk-body">
        {workers.length === 0 ? (
          t.noWorker
        ) : (
          <>
            {t.worker} <strong>{workers.join(lang === 'zh' ? '、' : ', ')}</strong>
          </>
        )}
      </p>
      {props.station && <BodyCard lang={lang} body={props.station} />}
      <p class="govuk-body">
        <a class="govuk-link" href={`/c/${props.community.code}`}>
          {props.community.name}
        </a>
      </p>
    </Card>
  );
}

type SheetProps = {
  readonly lang: Language;
  readonly stairwells: readonly { readonly place: string; readonly address: string }[];
};

/** One sheet a stairwell, each on a page of its own when printed. */
export function SheetPage({ lang, stairwells }: SheetProps) {
  const t = placeMessages[lang];
  return (
    <>
      {stairwells.map((one) => (
        <QRSheet
          key={one.address}
          title={one.place}
          text={t.sheetText}
          address={one.address}
          label={t.qr}
          foot={t.sheetFoot}
        />
      ))}
    </>
  );
}
