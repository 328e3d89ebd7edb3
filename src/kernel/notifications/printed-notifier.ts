import type { Database } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import type { World } from '#kernel/world.ts';
import type { Notifier } from './notifier.ts';

export type PrintedMessage = {
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
};

/** The demo's post: messages are laid into the table `message_outbox`, where the demo shows them. The log gets only that one came. */
export function printedNotifier(
  world: Pick<World, 'clock' | 'newId' | 'log'> & { readonly database: Database },
): Notifier {
  return {
    async send(message) {
      const id = world.newId();
      await world.database.withScope(systemScope, async (tx) => {
        await tx
          .insertInto('messageOutbox')
          .values({
            id,
            kind: message.to.kind,
            address: message.to.address,
            subject: message.subject,
            body: message.text,
            createdAt: world.clock.now(),
          })
          .execute();
      });
      world.log.info({ message: id, kind: message.to.kind }, 'a message was printed, not sent');
    },
  };
}

/** The demo's printed messages, newest first; of one address where it is given. */
export async function listPrinted(
  database: Database,
  address?: string,
  limit = 50,
): Promise<PrintedMessage[]> {
  return await database.withReadScope(systemScope, (db) =>
    db
      .selectFrom('messageOutbox')
      .select(['id', 'kind', 'address', 'subject', 'body', 'createdAt'])
      .$if(address !== undefined, (query) => query.where('address', '=', address ?? ''))
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute(),
  );
}
