import { AppError } from '#kernel/pure/errors.ts';
import type { Notifier } from './notifier.ts';

/** One adapter per kind of address; a kind without one is `unavailable`, and says which. */
export function routedNotifier(routes: {
  readonly telephone?: Notifier | undefined;
  readonly email?: Notifier | undefined;
}): Notifier {
  return {
    async send(message) {
      const route = routes[message.to.kind];
      if (!route)
        throw new AppError('unavailable', 'no_message_gateway', {
          facts: { kind: message.to.kind },
        });
      await route.send(message);
    },
  };
}
