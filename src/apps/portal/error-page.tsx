/** @jsxImportSource hono/jsx */
import { ButtonLink, ButtonRow, type PageContext } from '#kernel/views/index.ts';
import { errorMessages } from './errors.messages.ts';
import { renderPage } from './shell.tsx';

const TOLD = [401, 403, 404, 409, 410, 413, 422, 429, 500, 503] as const;
type ToldStatus = (typeof TOLD)[number];

export type ErrorView = {
  readonly status: number;
  /** What the log knows this failure by; shown so that it can be told on the telephone. */
  readonly incident?: string | undefined;
  /** A draft holds what was typed. */
  readonly draft?: boolean;
};

/** A status without a text of its own is told as its kind: ours from 500 on, otherwise not understood. */
function toldStatus(status: number): ToldStatus {
  return TOLD.find((told) => told === status) ?? (status >= 500 ? 500 : 422);
}

/** The page for a failure: what happened, what was kept, what to do. Opening it again is offered only where waiting helps. */
export function renderErrorPage(context: PageContext, error: ErrorView): Promise<string> {
  const t = errorMessages[context.lang];
  const status = toldStatus(error.status);
  const text = t[status];
  const waitingHelps = status === 429 || status >= 500;
  return renderPage(
    context,
    text.title,
    <div class="l-prose">
      <h1 class="govuk-heading-l">{text.title}</h1>
      <p class="govuk-body">{text.happened}</p>
      <h2 class="govuk-heading-s">{t.headings.kept}</h2>
      <p class="govuk-body">{error.draft ? t.draft : text.kept}</p>
      <h2 class="govuk-heading-s">{t.headings.todo}</h2>
      <p class="govuk-body">{text.todo}</p>
      {error.incident && (
        <p class="govuk-body l-incident">
          {t.incident} <code>{error.incident}</code>
        </p>
      )}
      <ButtonRow>
        {waitingHelps && <ButtonLink href={context.path}>{t.again}</ButtonLink>}
        <ButtonLink href={context.place.href ?? '/'} look={waitingHelps ? 'secondary' : 'primary'}>
          {t.home}
        </ButtonLink>
      </ButtonRow>
    </div>,
    { unlisted: true },
  );
}
