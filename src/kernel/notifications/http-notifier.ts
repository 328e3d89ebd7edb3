import { AppError } from '#kernel/pure/errors.ts';
import type { Message, Notifier } from './notifier.ts';

export type GatewayOptions = {
  /** The provider's address; https, save on this machine. */
  readonly url: string;
  /** JSON sent, with {{to}}, {{subject}} and {{text}} inside its strings. */
  readonly template: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
};

const TIMEOUT_MS = 10_000;
const PLACE = /\{\{(to|subject|text)\}\}/g;

/**
 * Sends by a provider's HTTP interface, for SMS and for e-mail alike. Anything but a 2xx answer within the time is
 * `unavailable`: the job that called tries again later. Neither address nor text gets into the error.
 */
export function httpNotifier(options: GatewayOptions): Notifier {
  checkOptions(options);
  const call = options.fetch ?? fetch;
  return {
    async send(message) {
      const response = await call(options.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...options.headers },
        body: fillTemplate(options.template, message),
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS),
      }).catch(() => undefined);
      await response?.body?.cancel();
      if (!response?.ok)
        throw new AppError('unavailable', 'message_gateway', {
          facts: { status: response?.status ?? 0 },
        });
    },
  };
}

/** Puts a message into the template's strings; quotes and line breaks are escaped as JSON wants them. */
export function fillTemplate(template: string, message: Message): string {
  const values = { to: message.to.address, subject: message.subject, text: message.text };
  return template.replace(PLACE, (_, key: keyof typeof values) =>
    JSON.stringify(values[key]).slice(1, -1),
  );
}

function checkOptions(options: GatewayOptions): void {
  const url = new URL(options.url);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !isHere)
    throw new Error('a message gateway on another machine is reached by https');
  const sample = { to: { kind: 'telephone', address: '1' }, subject: '"', text: '"\n' } as const;
  try {
    JSON.parse(fillTemplate(options.template, sample));
  } catch (cause) {
    throw new Error('the template of a message gateway is JSON with {{to}} and {{text}}', {
      cause,
    });
  }
}
