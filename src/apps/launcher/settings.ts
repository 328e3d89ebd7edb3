import { join, resolve } from 'node:path';
import type { DistrictUrls } from '#kernel/db/district.ts';

export type Settings = {
  readonly root: string;
  readonly dist: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly district: string;
  /** The URLs of a PostgreSQL of one's own; without them Linli runs its embedded one. */
  readonly external: DistrictUrls | undefined;
  readonly build: boolean;
  /** Unless told otherwise: on with the embedded database, on loopback, without an address for residents. */
  readonly demo: boolean;
};

export class WrongSetting extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment once. Relative folders are relative to where `npm start` was called. */
export function readSettings(
  environment: Environment,
  options: readonly string[],
  root: string,
): Settings {
  const host = environment['HOST'] || '127.0.0.1';
  const external = readUrls(environment);
  return {
    root,
    dist: join(root, 'dist'),
    host,
    port: readPort(environment['PORT']),
    dataDir: resolve(root, environment['DATA_DIR'] || 'data'),
    district: environment['LINLI_DISTRICT'] || 'jianye',
    external,
    build: !options.includes('--no-build'),
    demo: isDemo(environment, host, external),
  };
}

/** As `isDemoByDefault` of apps/environment.ts says for commands beside us. */
function isDemo(environment: Environment, host: string, external: DistrictUrls | undefined) {
  const told = environment['LINLI_DEMO'];
  if (told) return told === '1';
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(host);
  return isLoopback && external === undefined && !environment['PUBLIC_URL'];
}

function readPort(text: string | undefined): number {
  if (!text) return 8080;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new WrongSetting(`PORT 应为 1 到 65535 的整数。PORT is a number from 1 to 65535.`);
  return port;
}

function readUrls(environment: Environment): DistrictUrls | undefined {
  const app = environment['DATABASE_URL'];
  const owner = environment['DATABASE_OWNER_URL'];
  if (!app && !owner) return undefined;
  if (!app || !owner)
    throw new WrongSetting(
      '请同时设置 DATABASE_URL 和 DATABASE_OWNER_URL。Set both DATABASE_URL and DATABASE_OWNER_URL ("linli init" makes and prints them).',
    );
  const urls = {
    owner,
    app,
    auth: environment['DATABASE_AUTH_URL'] || app,
    sealer: environment['DATABASE_SEALER_URL'] || owner,
  };
  for (const url of Object.values(urls)) {
    if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
      throw new WrongSetting(
        '数据库地址的形式是 postgresql://用户:密码@主机/数据库。A database URL looks like postgresql://user:password@host/database.',
      );
  }
  return urls;
}
