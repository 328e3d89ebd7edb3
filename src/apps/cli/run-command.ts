import { parseArgs } from 'node:util';
import type { Language } from '#kernel/pure/messages.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { readEnvironment, type Variables } from '../environment.ts';
import { cliMessages } from './cli.messages.ts';
import { type Call, type Command, type DistrictDatabase, WrongUse } from './command.ts';
import { createAdminCommand } from './commands/admin.ts';
import { backupCommand } from './commands/backup.ts';
import { demoAccountsCommand, demoLoadCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import {
  importBodiesCommand,
  importHotlineOrdersCommand,
  importPastMattersCommand,
  importTerritoryCommand,
} from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { reproduceCommand } from './commands/reproduce.ts';
import { restoreCommand } from './commands/restore.ts';
import { verifyJournalCommand } from './commands/verify-journal.ts';
import { openForCommand } from './open-for-command.ts';

/** The table of commands: whoever adds one adds its line here and its summary to cli.messages.ts. */
const COMMANDS: readonly Command[] = [
  initCommand,
  createAdminCommand,
  importTerritoryCommand,
  importBodiesCommand,
  importPastMattersCommand,
  importHotlineOrdersCommand,
  doctorCommand,
  verifyJournalCommand,
  backupCommand,
  restoreCommand,
  demoLoadCommand,
  demoAccountsCommand,
  reproduceCommand,
];

/** Runs one command line; returns its exit code: 0 good, 1 failed, 2 wrong use. */
export async function runCommand(line: readonly string[], variables: Variables): Promise<number> {
  const lang: Language = variables['LINLI_LANG'] === 'zh' || isChinese(variables) ? 'zh' : 'en';
  const command = COMMANDS.find(({ words }) => `${line.join(' ')} `.startsWith(`${words} `));
  if (!command) return showHelp(line, lang);
  const opened: (() => Promise<void>)[] = [];
  try {
    return await command.run(callOf(command, line, variables, lang, opened));
  } catch (error) {
    console.error(reasonOf(error));
    if (!(error instanceof WrongUse)) return 1;
    console.error(`${cliMessages[lang].usage} ${usageOf(command)}`);
    return 2;
  } finally {
    for (const release of opened) await release();
  }
}

function isChinese(variables: Variables): boolean {
  if (variables['LINLI_LANG']) return false;
  return /^zh/i.test(variables['LC_ALL'] || variables['LC_MESSAGES'] || variables['LANG'] || '');
}

function callOf(
  command: Command,
  line: readonly string[],
  variables: Variables,
  lang: Language,
  opened: (() => Promise<void>)[],
): Call {
  const { words, options } = parseLine(command, line, lang);
  const environment = readEnvironment(variables);
  let database: Promise<DistrictDatabase> | undefined;
  const openDatabase = () => {
    database ??= openForCommand(environment).then((found) => {
      opened.push(found.release);
      return found;
    });
    return database;
  };
  return {
    environment,
    lang,
    words,
    options,
    say: (text) => console.log(text),
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}\r`);
    },
    openDatabase,
    worldVariables: async (given) => {
      const urls = given ?? (await openDatabase()).urls;
      return {
        ...variables,
        // Decided before the database's addresses are known, as the launcher decides it.
        LINLI_DEMO: readEnvironment(variables).LINLI_DEMO ? '1' : '0',
        DATABASE_URL: urls.app,
        DATABASE_OWNER_URL: urls.owner,
        DATABASE_AUTH_URL: urls.auth,
        DATABASE_SEALER_URL: urls.sealer,
      };
    },
  };
}

function parseLine(command: Command, line: readonly string[], lang: Language) {
  const args = line.slice(command.words.split(' ').length);
  try {
    const parsed = parseArgs({
      args: [...args],
      options: command.options ?? {},
      allowPositionals: true,
    });
    const takes = command.takes ?? 0;
    const surplus = parsed.positionals[takes];
    if (surplus !== undefined) throw new WrongUse(cliMessages[lang].tooMany(surplus));
    if (parsed.positionals.length < takes) throw new WrongUse(cliMessages[lang].tooFew);
    return { words: parsed.positionals, options: parsed.values as Call['options'] };
  } catch (cause) {
    if (cause instanceof WrongUse) throw cause;
    throw new WrongUse(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function usageOf(command: Command): string {
  const options = Object.entries(command.options ?? {}).map(
    ([name, { type }]) => `[--${name}${type === 'string' ? ' …' : ''}]`,
  );
  return ['linli', command.words, command.usage, ...options].filter(Boolean).join(' ');
}

function showHelp(line: readonly string[], lang: Language): number {
  const texts = cliMessages[lang];
  const asked = line.length === 0 || ['help', '--help', '-h'].includes(line[0] ?? '');
  const write = asked ? console.log : console.error;
  if (!asked) write(texts.unknown(line.join(' ')));
  write(`${texts.title}\n`);
  for (const command of [...COMMANDS, { words: 'help', run: async () => 0 }]) {
    write(`  ${usageOf(command)}\n      ${textOf(texts.commands, command.words)}`);
  }
  write(`\n${texts.environment}`);
  return asked ? 0 : 2;
}

/** The message and its causes; a stack only where it may be a fault of ours. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.message || error.name;
  return error.cause ? `${own}\n  ${reasonOf(error.cause)}` : own;
}
