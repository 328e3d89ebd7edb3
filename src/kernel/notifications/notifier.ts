/** A message to one person by one route; the text is complete and plain. */
export type Message = {
  readonly to: { readonly kind: 'telephone' | 'email'; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

/** An adapter to the outside: SMS over HTTP, e-mail; printed in the demo. Called by jobs only, never inside a transaction. */
export type Notifier = { send(message: Message): Promise<void> };
