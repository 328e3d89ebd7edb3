import { Database } from '#kernel/db/client.ts';
import { verifyJournal } from '#kernel/journal/verify.ts';
import { cliMessages } from '../cli.messages.ts';
import { type Command, WrongUse } from '../command.ts';

const HEAD = /^(\d+):([0-9a-f]{64})$/;

export const verifyJournalCommand: Command = {
  words: 'journal verify',
  options: { head: { type: 'string' }, json: { type: 'boolean' } },
  async run({ openDatabase, environment, options, lang, say, progress }) {
    const texts = cliMessages[lang];
    const knownHead = headOf(options['head'], texts.headForm);
    const { urls } = await openDatabase();
    const schema = environment.LINLI_DISTRICT;
    const reader = new Database({ url: urls.app, schema, maxConnections: 1 });
    try {
      const result = await verifyJournal(reader, {
        onProgress: (rows) => progress(texts.verifyProgress(rows)),
        ...(knownHead ? { knownHead } : {}),
      });
      if (options['json']) {
        say(JSON.stringify(result, null, 1));
        return result.ok ? 0 : 1;
      }
      const { rows, seals, faults } = result;
      say(result.ok ? texts.verifyGood(rows, seals) : texts.verifyBad(faults.length));
      for (const { kind, sealNo, seq } of faults) {
        say(`  ${texts.faultAt(texts.faults[kind], sealNo, seq)}`);
      }
      say(texts.verifyRest(result.unsealed, result.erased));
      say(seals === 0 ? texts.noSeal : texts.lastSeal(seals, rows, result.head));
      return result.ok ? 0 : 1;
    } finally {
      await reader.close();
    }
  },
};

function headOf(option: string | boolean | undefined, form: string) {
  if (typeof option !== 'string') return undefined;
  const [, no, head] = HEAD.exec(option) ?? [];
  if (no === undefined || head === undefined) throw new WrongUse(form);
  return { sealNo: Number(no), head };
}
