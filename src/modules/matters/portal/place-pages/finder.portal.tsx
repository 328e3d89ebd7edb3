/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import { Button, SelectField, TextField } from '#kernel/views/index.ts';
import { placeMessages } from './place-pages.messages.ts';

export type FinderGroup = {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
};

export type FinderProps = {
  readonly lang: Language;
  readonly action: string;
  /** What follows '/c/{code}' in the links. */
  readonly to: string;
  readonly groups: readonly FinderGroup[];
  readonly query: string;
  readonly found: readonly { readonly code: string; readonly name: string }[] | null;
};

/** Finds a community by name or in the list, by plain GET forms. */
export function CommunityFinder(props: FinderProps) {
  const { lang, found } = props;
  const t = placeMessages[lang];
  return (
    <>
      <form class="l-row" method="get" action={props.action}>
        <TextField
          lang={lang}
          name="q"
          label={t.byName}
          hint={t.byNameHint}
          width={20}
          value={props.query}
        />
        <Button look="secondary">{t.search}</Button>
      </form>
      {found && (
        <>
          <p class="govuk-body" role="status">
            {found.length === 0 ? t.notFound : t.found(found.length)}
          </p>
          <ul class="govuk-list">
            {found.map((one) => (
              <li key={one.code}>
                <a class="govuk-link" href={`/c/${one.code}${props.to}`}>
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <form class="l-row" method="get" action={props.action}>
        <SelectField
          lang={lang}
          name="community"
          label={t.byList}
          empty={t.pick}
          choices={[]}
          groups={props.groups}
        />
        <Button>{t.go}</Button>
      </form>
    </>
  );
}

/** The finder as a page of its own, where a community must be known first. */
export function FinderPage(props: FinderProps & { title: string; note: string | undefined }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{props.title}</h1>
        {props.note && (
          <p class="govuk-body" role="status">
            {props.note}
          </p>
        )}
        <CommunityFinder {...props} />
      </div>
    </div>
  );
}
