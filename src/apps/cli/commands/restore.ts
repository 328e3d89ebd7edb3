import { join, resolve } from 'node:path';
import { restoreBackup } from '#kernel/backup/restore.ts';
import { cliMessages } from '../cli.messages.ts';
import type { Command } from '../command.ts';
import { passphraseOption, readPassphrase } from './passphrase.ts';

export const restoreCommand: Command = {
  words: 'restore',
  usage: '<folder>',
  takes: 1,
  options: passphraseOption,
  async run(call) {
    const { environment, words, say, progress } = call;
    const texts = cliMessages[call.lang];
    const { urls, roles } = await call.openDatabase();
    const { manifest, journal } = await restoreBackup({
      source: resolve(words[0] ?? ''),
      district: environment.LINLI_DISTRICT,
      urls,
      roles,
      migrationsFolder: join(environment.root, 'db/migrations'),
      filesFolder: join(environment.dataDir, 'files'),
      keysFolder: join(environment.dataDir, 'keys'),
      passphrase: readPassphrase(call),
      onProgress: progress,
    });
    const { seal } = manifest;
    say(texts.restoreDone(journal.rows));
    say(seal.sealNo === 0 ? texts.noSeal : texts.lastSeal(seal.sealNo, seal.lastSeq, seal.head));
    return 0;
  },
};
