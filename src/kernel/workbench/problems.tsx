/** @jsxImportSource react */
import { Alert, Button } from 'antd';
import { ApiError } from './api.ts';
import { useT } from './language.tsx';
import { workbenchMessages } from './workbench.messages.ts';

/** A module's own texts for refusal codes; functions get the refusal's facts. */
export type CodeTexts = Readonly<
  Record<string, string | ((facts: Readonly<Record<string, string | number>>) => string)>
>;

function textFor(error: ApiError, texts: CodeTexts): string | undefined {
  for (const code of [error.reason, error.code]) {
    if (!Object.hasOwn(texts, code)) continue;
    const text = texts[code];
    return typeof text === 'function' ? text(error.facts) : text;
  }
  return undefined;
}

/** One sentence for any failure: the module's text for its code, else the kit's. */
export function useProblemText(texts: CodeTexts = {}): (error: unknown) => string {
  const { errors } = useT(workbenchMessages);
  const { incident: incidentText, ...general } = errors;
  return (error) => {
    if (!(error instanceof ApiError)) return errors.unexpected;
    const text = textFor(error, texts) ?? textFor(error, general) ?? errors.unexpected;
    return error.incident === null ? text : `${text} ${incidentText(error.incident)}`;
  };
}

/** Shows a failure with, where it can help, a way to try again. */
export function Problem(props: {
  readonly error: unknown;
  readonly texts?: CodeTexts;
  readonly onRetry?: () => void;
}) {
  const text = useProblemText(props.texts)(props.error);
  const { common } = useT(workbenchMessages);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text}
      action={props.onRetry && <Button onClick={props.onRetry}>{common.retry}</Button>}
    />
  );
}
