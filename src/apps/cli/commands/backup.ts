import { join, resolve } from 'node:path';
import { createBackup } from '#kernel/backup/backup.ts';
import { Database } from '#kernel/db/client.ts';
import { cliMessages } from '../cli.messages.ts';
import { type Command, WrongUse } from '../command.ts';
import { passphraseOption, readPassphrase } from './passphrase.ts';

export const backupCommand: Command = {
  words: 'backup',
  usage: '<folder>',
  takes: 1,
  options: { ...passphraseOption, 'without-keys': { type: 'boolean' } },
  async run(call) {
    const { environment, words, options, say, progress } = call;
    const texts = cliMessages[call.lang];
    const passphrase = options['without-keys'] ? null : readPassphrase(call);
    if (passphrase === null && !options['without-keys']) throw new WrongUse(texts.passphraseWanted);
    const target = resolve(words[0] ?? '');
    const { urls } = await call.openDatabase();
    const district = environment.LINLI_DISTRICT;
    const sealer = new Database({ url: urls.sealer, schema: district, maxConnections: 1 });
    try {
      const manifest = await createBackup({
        target,
        district,
        urls,
        sealer,
        clock: { now: () => new Date() },
        filesFolder: join(environment.dataDir, 'files'),
        keysFolder: join(environment.dataDir, 'keys'),
        passphrase,
        onProgress: progress,
      });
      const { tables, files, seal, hasKeys } = manifest;
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      say(texts.backupDone(target, tables.length, rows, files.count));
      say(seal.sealNo === 0 ? texts.noSeal : texts.lastSeal(seal.sealNo, seal.lastSeq, seal.head));
      if (files.missing.length > 0) say(texts.backupMissing(files.missing.length));
      if (!hasKeys) say(texts.backupWithoutKeys);
      if (environment.LINLI_SECRET) say(texts.secretElsewhere);
      return 0;
    } finally {
      await sealer.close();
    }
  },
};
