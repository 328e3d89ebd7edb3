import type { World } from '#kernel/world.ts';
import type { SendCode } from './auth.ts';
import { sendCodeMessages } from './send-code.messages.ts';

/** Sends codes through the notifier, in the reader's language. Outside any transaction. */
export function sendCodeByMessage(world: World): SendCode {
  return async (telephone, code, headers) => {
    const lang = headers.get('accept-language')?.toLowerCase().startsWith('en') ? 'en' : 'zh';
    const { subject, text } = sendCodeMessages[lang];
    const to = { kind: 'telephone', address: telephone } as const;
    await world.notifier.send({ to, subject, text: text(code) });
  };
}
