import { httpNotifier } from '#kernel/notifications/http-notifier.ts';
import type { Notifier } from '#kernel/notifications/notifier.ts';
import { printedNotifier } from '#kernel/notifications/printed-notifier.ts';
import { routedNotifier } from '#kernel/notifications/routed-notifier.ts';
import type { World } from '#kernel/world.ts';
import type { Environment } from './environment.ts';

/** The demo prints; elsewhere each kind of message has the gateway its variables name, or none. */
export function openNotifier(
  environment: Environment,
  world: Pick<World, 'clock' | 'newId' | 'log' | 'database'>,
): Notifier {
  const telephone = gateway(
    environment.SMS_GATEWAY_URL,
    environment.SMS_GATEWAY_TEMPLATE,
    environment.SMS_GATEWAY_AUTHORIZATION,
  );
  const email = gateway(
    environment.EMAIL_GATEWAY_URL,
    environment.EMAIL_GATEWAY_TEMPLATE,
    environment.EMAIL_GATEWAY_AUTHORIZATION,
  );
  if (!environment.LINLI_DEMO) return routedNotifier({ telephone, email });
  const printed = printedNotifier(world);
  return routedNotifier({ telephone: printed, email: printed });
}

function gateway(url: string | undefined, template: string, authorization: string | undefined) {
  if (url === undefined) return undefined;
  return httpNotifier({ url, template, ...(authorization ? { headers: { authorization } } : {}) });
}
