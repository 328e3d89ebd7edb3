import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Settings } from '#kernel/world.ts';

const url = z.url({ protocol: /^postgres(ql)?$/ });
const flag = z.enum(['0', '1']).transform((text) => text === '1');

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
  DATA_DIR: z.string().default('data'),
  LINLI_DISTRICT: z.string().default('jianye'),
  /** 1: the demo, 0: a real district; unset, see `isDemoByDefault`. */
  LINLI_DEMO: flag.optional(),
  /** Where residents reach this installation. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The installation's secret, 32 characters or more; without it one is kept in DATA_DIR/keys. */
  LINLI_SECRET: z.string().min(32).optional(),
  LINLI_BACKUP_PASSPHRASE: z.string().optional(),
  /** Whoever shows it may read /metrics from anywhere; without one only this machine may. */
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  DATABASE_URL: url.optional(),
  DATABASE_OWNER_URL: url.optional(),
  DATABASE_AUTH_URL: url.optional(),
  DATABASE_SEALER_URL: url.optional(),
  SMS_GATEWAY_URL: z.url().optional(),
  SMS_GATEWAY_TEMPLATE: z.string().default('{"to":"{{to}}","text":"{{text}}"}'),
  SMS_GATEWAY_AUTHORIZATION: z.string().optional(),
  EMAIL_GATEWAY_URL: z.url().optional(),
  EMAIL_GATEWAY_TEMPLATE: z
    .string()
    .default('{"to":"{{to}}","subject":"{{subject}}","text":"{{text}}"}'),
  EMAIL_GATEWAY_AUTHORIZATION: z.string().optional(),
});

export type Variables = Readonly<Record<string, string | undefined>>;

/** Everything a program reads from its surroundings, once, at its start. */
export type Environment = Omit<z.output<typeof variables>, 'DATA_DIR' | 'LINLI_DEMO'> & {
  readonly LINLI_DEMO: boolean;
  readonly dataDir: string;
  /** The folder with package.json, db/migrations and dist. */
  readonly root: string;
};

/** Reads and checks the environment; an empty variable counts as unset. Throws one sentence per wrong variable. */
export function readEnvironment(given: Variables): Environment {
  const set = Object.fromEntries(Object.entries(given).filter(([, text]) => text));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`wrong settings:\n${faults.join('\n')}`);
  }
  const root = findRoot();
  const { DATA_DIR, LINLI_DEMO = isDemoByDefault(parsed.data), ...rest } = parsed.data;
  return { ...rest, LINLI_DEMO, root, dataDir: resolve(root, DATA_DIR) };
}

/**
 * A first look without any setting is the demo. Whoever gives a database of one's own, an address for residents or a
 * host that others reach means it: the demo then must be asked for. The launcher decides alike and tells its programs.
 */
function isDemoByDefault(given: z.output<typeof variables>): boolean {
  const isOwn = given.DATABASE_URL !== undefined || given.PUBLIC_URL !== undefined;
  return !isOwn && ['127.0.0.1', 'localhost', '::1'].includes(given.HOST);
}

export function settingsOf(environment: Environment): Settings {
  const here = `http://${environment.HOST}:${environment.PORT}`;
  return {
    district: environment.LINLI_DISTRICT,
    publicUrl: (environment.PUBLIC_URL ?? here).replace(/\/+$/, ''),
    demo: environment.LINLI_DEMO,
  };
}

/** Upwards from this file, which after the build is dist/<program>.js. */
function findRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const description = join(folder, 'package.json');
    if (existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).name === 'linli')
      return folder;
    if (folder === dirname(folder)) throw new Error('the folder of Linli is not found');
  }
}
