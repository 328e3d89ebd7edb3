import type { ParseArgsConfig } from 'node:util';
import type { DistrictUrls } from '#kernel/db/district.ts';
import type { RoleNames } from '#kernel/db/migrate.ts';
import type { Language } from '#kernel/pure/messages.ts';
import type { Environment, Variables } from '../environment.ts';

/** The district's database, for as long as one command takes. */
export type DistrictDatabase = {
  readonly urls: DistrictUrls;
  readonly roles: RoleNames;
};

/** What a command gets. */
export type Call = {
  readonly environment: Environment;
  readonly lang: Language;
  /** Positional words after the command's own. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** One line for people. */
  readonly say: (text: string) => void;
  /** A line that the next one writes over, on a terminal; nothing elsewhere. */
  readonly progress: (text: string) => void;
  /** Opens the database: DATABASE_URL, the running server's, or the embedded one started for this command. */
  readonly openDatabase: () => Promise<DistrictDatabase>;
  /** The environment with the database's addresses in it, as `openWorld` wants it: those given, else as `openDatabase` finds them. */
  readonly worldVariables: (given?: DistrictUrls) => Promise<Variables>;
};

/** One command of `linli`. Its summary is under `commands` in cli.messages.ts, by `words`. */
export type Command = {
  /** e.g. 'journal verify' */
  readonly words: string;
  /** What follows the words, e.g. '<folder>'. */
  readonly usage?: string;
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  /** How many positional words it takes. */
  readonly takes?: number;
  /** Returns the exit code. */
  readonly run: (call: Call) => Promise<number>;
};

/** Wrong use of a command: told with its usage, exit code 2. */
export class WrongUse extends Error {}
