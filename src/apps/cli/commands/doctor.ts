import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { cliMessages } from '../cli.messages.ts';
import type { Call, Command, DistrictDatabase } from '../command.ts';
import { readPostgresVersion } from '../postgres-version.ts';

/** One sentence about one thing, and whether it needs somebody. */
type Finding = { readonly state: 'good' | 'warning' | 'bad'; readonly text: string };
type Look = {
  readonly call: Call;
  readonly client: pg.Client;
  readonly database: DistrictDatabase;
};
type Texts = (typeof cliMessages)['zh']['doctor'];
type Check = (look: Look, texts: Texts) => Promise<Finding>;

const LITTLE_DISK_GB = 2;
const NO_DISK_GB = 0.5;
const SEAL_WITHIN_MINUTES = 15;
const MARKS = { good: '✓', warning: '!', bad: '✗' } as const;

const good = (text: string): Finding => ({ state: 'good', text });
const warning = (text: string): Finding => ({ state: 'warning', text });
const bad = (text: string): Finding => ({ state: 'bad', text });

const checkDatabase: Check = async ({ client }, texts) => {
  const { version, isOld } = await readPostgresVersion(client);
  return isOld ? bad(texts.databaseOld(version)) : good(texts.database(version));
};

const checkRoles: Check = async ({ client, database: { roles } }, texts) => {
  const { rows } = await client.query(
    `select (select rolsuper or rolbypassrls from pg_roles where rolname = $1) as strong,
       has_table_privilege($1, 'journal', 'update') or has_table_privilege($1, 'journal', 'delete')
         or has_table_privilege($1, 'journal', 'truncate')
         or has_table_privilege($1, 'journal_seal', 'insert') as changes,
       has_column_privilege($2, 'journal', 'seal_seq', 'update')
         and has_table_privilege($2, 'journal_seal', 'insert') as seals`,
    [roles.app, roles.sealer],
  );
  const { strong, changes, seals } = rows[0];
  if (strong) return bad(texts.rolesWrong(texts.appIsStrong));
  if (changes) return bad(texts.rolesWrong(texts.appMayChange));
  return seals ? good(texts.roles) : bad(texts.rolesWrong(texts.sealerMayNot));
};

const checkMigrations: Check = async ({ client, call }, texts) => {
  const files = await readdir(join(call.environment.root, 'db/migrations'));
  const wanted = files.filter((file) => file.endsWith('.sql')).map((file) => file.slice(0, -4));
  const { rows } = await client.query('select name from kysely_migration');
  const applied = new Set<string>(rows.map(({ name }) => name));
  const open = wanted.filter((name) => !applied.has(name));
  const newer = [...applied].filter((name) => !wanted.includes(name));
  if (newer.length > 0) return bad(texts.migrationsNewer(newer.join(', ')));
  return open.length > 0
    ? bad(texts.migrationsOpen(open.join(', ')))
    : good(texts.migrations(applied.size));
};

const checkDisk: Check = async ({ call }, texts) => {
  const { bavail, bsize } = await statfs(call.environment.dataDir);
  const free = (bavail * bsize) / 1024 ** 3;
  if (free < NO_DISK_GB) return bad(texts.diskLow(free.toFixed(1)));
  return free < LITTLE_DISK_GB
    ? warning(texts.diskLow(free.toFixed(1)))
    : good(texts.disk(free.toFixed(1)));
};

const checkSeals: Check = async ({ client }, texts) => {
  const { rows } = await client.query(
    `select (select sealed_at from journal_seal order by seal_no desc limit 1) as sealed,
       count(*)::int as unsealed, min(recorded_at) as oldest from journal where seal_seq is null`,
  );
  const { sealed, unsealed, oldest } = rows[0];
  const waits = oldest ? minutesSince(oldest) : 0;
  if (waits > SEAL_WITHIN_MINUTES) return warning(texts.sealsLate(waits, unsealed));
  return good(sealed ? texts.seals(minutesSince(sealed), unsealed) : texts.sealsNone);
};

const checkCalendar: Check = async ({ client }, texts) => {
  const { rows } = await client.query('select max(year)::int as year from calendar_year');
  const year: number | null = rows[0].year;
  if (year === null) return warning(texts.calendarNone);
  return year < new Date().getFullYear()
    ? bad(texts.calendarEnds(year))
    : endsSoon(year)
      ? warning(texts.calendarEnds(year))
      : good(texts.calendar(year));
};

const checkSecret: Check = async ({ call }, texts) => {
  if (call.environment.LINLI_SECRET) return good(texts.secret);
  const found = await stat(join(call.environment.dataDir, 'keys/secret')).catch(() => undefined);
  if (!found) return warning(texts.secretNone);
  const isOpen = process.platform !== 'win32' && (found.mode & 0o077) !== 0;
  return isOpen ? bad(texts.secretOpen) : good(texts.secret);
};

const CHECKS: readonly Check[] = [
  checkDatabase,
  checkRoles,
  checkMigrations,
  checkDisk,
  checkSeals,
  checkCalendar,
  checkSecret,
];

export const doctorCommand: Command = {
  words: 'doctor',
  async run(call) {
    const database = await call.openDatabase();
    const client = new pg.Client({
      connectionString: database.urls.owner,
      options: `-c search_path=${call.environment.LINLI_DISTRICT}`,
    });
    await client.connect();
    try {
      const findings: Finding[] = [];
      for (const check of CHECKS) {
        const finding = await examine(check, { call, client, database });
        call.say(`${MARKS[finding.state]} ${finding.text}`);
        findings.push(finding);
      }
      return findings.some(({ state }) => state === 'bad') ? 1 : 0;
    } finally {
      await client.end();
    }
  },
};

async function examine(check: Check, look: Look): Promise<Finding> {
  const texts = cliMessages[look.call.lang].doctor;
  try {
    return await check(look, texts);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return bad(texts.checkFailed(check.name.replace('check', '').toLowerCase(), why));
  }
}

function minutesSince(instant: Date): number {
  return Math.max(0, Math.round((Date.now() - instant.getTime()) / 60_000));
}

/** From December on, next year's notice should be there: deadlines reach into January. */
function endsSoon(year: number): boolean {
  const now = new Date();
  return year === now.getFullYear() && now.getMonth() === 11;
}
