import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  type DistrictUrls,
  keepDistrictPasswords,
  prepareDistrict,
  roleNames,
} from '#kernel/db/district.ts';
import { migrate } from '#kernel/db/migrate.ts';
import { loadRulebookDefaults } from '#modules/rulebook/index.ts';
import { cliMessages } from '../cli.messages.ts';
import type { Call, Command } from '../command.ts';
import { readPostgresVersion } from '../postgres-version.ts';
import { withWorld } from '../with-world.ts';

/** Makes a district whole: its part of the database, the rules every district begins with, the installation's secret. */
export const initCommand: Command = {
  words: 'init',
  options: { 'superuser-url': { type: 'string' } },
  async run(call) {
    const { environment, say } = call;
    const texts = cliMessages[call.lang];
    const { dataDir, root, LINLI_DISTRICT: district } = environment;
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    const server = call.options['superuser-url'];
    const onServer = typeof server === 'string';
    const { urls, roles } = onServer ? await prepareOn(server, call) : await call.openDatabase();
    const folder = join(root, 'db/migrations');
    const applied = await migrate({ ownerUrl: urls.owner, district, roles, folder });
    const loaded = await withWorld(call, loadRulebookDefaults, urls);
    say(texts.initDone(district, applied.length));
    say(texts.initRules(loaded.ruleSets, loaded.years));
    if (onServer) showUrls(urls, texts.initUrls, say);
    return 0;
  },
};

/** Roles, schemas and rights on a PostgreSQL of one's own, by a role that may make them. */
async function prepareOn(superuserUrl: string, { environment, lang }: Call) {
  const { version, isOld } = await versionOf(superuserUrl);
  if (isOld) throw new Error(cliMessages[lang].doctor.databaseOld(version));
  const { dataDir, LINLI_DISTRICT: district } = environment;
  const passwords = keepDistrictPasswords(dataDir, district);
  const urls = await prepareDistrict({ superuserUrl, district, passwords });
  return { urls, roles: roleNames(district) };
}

async function versionOf(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await readPostgresVersion(client);
  } finally {
    await client.end();
  }
}

function showUrls(urls: DistrictUrls, title: string, say: Call['say']): void {
  say(title);
  say(`DATABASE_URL=${urls.app}`);
  say(`DATABASE_OWNER_URL=${urls.owner}`);
  say(`DATABASE_AUTH_URL=${urls.auth}`);
  say(`DATABASE_SEALER_URL=${urls.sealer}`);
}
