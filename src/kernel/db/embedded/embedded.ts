import { closeSync, fstatSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { chooseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster, type Installation, readPassword } from './cluster.ts';
import { type Hold, holdWithin, tryExclusive, tryShared } from './lock.ts';
import {
  type EmbeddedPaths,
  embeddedPaths,
  makeFolders,
  type RunRecord,
  readJson,
  readRunRecord,
  writePrivate,
} from './paths.ts';
import {
  clearStalePid,
  findServer,
  freePort,
  type Postmaster,
  type ServerSettings,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { answers, superuserUrl, waitReady } from './ready.ts';

/** A database server in use by this process. */
export type Embedded = {
  /** The superuser's URL. It stays the same over restarts as long as the port is free. */
  readonly url: string;
  /** Whether this process started or adopted the server, and so stops it. */
  readonly owned: boolean;
  readonly pid: number;
  /** Ends the use. The owner stops the server, unless others are attached: then the last of them does. */
  release(): Promise<void>;
};

export type StartOptions = {
  readonly dataDir: string;
  /** Off only where the data may be lost with the power: in tests. */
  readonly fsync?: boolean;
  readonly sharedBuffers?: string;
  /** Called once if the server ends without being asked to. */
  readonly onExit?: (log: string) => void;
  /** How long a stopping owner waits for those attached, in milliseconds. */
  readonly patience?: number;
};

/** There is no server to attach to. */
export class NotRunning extends Error {}
/** Another process owns the server on this DATA_DIR; its number is in the message. */
export class AlreadyOwned extends Error {}

const ATTACH_WITHIN_MS = 10_000;
/** A predecessor that is just stopping is waited for. */
const OWN_WITHIN_MS = 5_000;
const START_ATTEMPTS = 40;
/** A killed server's children hold its shared memory for a moment, and a free port can be taken before we use it: both pass. */
const PASSING =
  /could not bind|could not create any TCP|shared memory block|lock file .* already exists/;

/** Starts PostgreSQL on DATA_DIR, or adopts the one that outlived its owner. Throws AlreadyOwned if somebody has it. */
export async function startEmbedded(options: StartOptions): Promise<Embedded> {
  const paths = embeddedPaths(options.dataDir);
  makeFolders(paths);
  const owner = await own(paths);
  try {
    const installation = install(paths);
    const password = await ensureCluster(installation, options.fsync ?? true);
    const postmaster = await adoptOrStart(installation, options, password);
    return owned(installation, options, postmaster, owner);
  } catch (error) {
    owner.release();
    throw error;
  }
}

/** Uses the server another process runs on this DATA_DIR, under a lease that keeps it up. Throws NotRunning if there is none. */
export async function attachEmbedded(options: { readonly dataDir: string }): Promise<Embedded> {
  const paths = embeddedPaths(options.dataDir);
  if (!statSync(paths.run, { throwIfNoEntry: false })) throw notRunning(paths);
  const lease = await holdWithin(ATTACH_WITHIN_MS, () => tryShared(paths.leaseLock));
  if (!lease) throw notRunning(paths);
  try {
    const { port, pid } = await findRunning(paths);
    const url = superuserUrl(readPassword(paths), port);
    return { url, pid, owned: false, release: once(() => leave(paths, lease)) };
  } catch (error) {
    lease.release();
    throw error;
  }
}

/** Attaches if a server runs on this DATA_DIR, else starts one: what a command needs that works beside a server or alone. */
export async function openEmbedded(options: StartOptions): Promise<Embedded> {
  try {
    return await attachEmbedded(options);
  } catch (error) {
    if (!(error instanceof NotRunning)) throw error;
  }
  try {
    return await startEmbedded(options);
  } catch (error) {
    // Another command was quicker: its server is ours to share.
    if (!(error instanceof AlreadyOwned)) throw error;
    return attachEmbedded(options);
  }
}

async function own(paths: EmbeddedPaths): Promise<Hold> {
  const hold = await holdWithin(OWN_WITHIN_MS, () => tryExclusive(paths.ownerLock));
  if (!hold) throw new AlreadyOwned(alreadyOwned(paths));
  writePrivate(paths.ownerFile, JSON.stringify({ pid: process.pid }));
  return hold;
}

function alreadyOwned(paths: EmbeddedPaths): string {
  const record = readJson(paths.ownerFile);
  const pid = typeof record === 'object' && record && 'pid' in record ? record.pid : 'unknown';
  return (
    `the database in ${paths.root} is already in use by process ${pid}. ` +
    'Stop that one first, or give this one another DATA_DIR.'
  );
}

function install(paths: EmbeddedPaths): Installation {
  const account = chooseAccount(paths.cluster);
  return { paths, account, binaries: prepareBinaries(paths.binaries, account) };
}

async function adoptOrStart(
  installation: Installation,
  options: StartOptions,
  password: string,
): Promise<Postmaster> {
  const { paths } = installation;
  const settings = {
    fsync: options.fsync ?? true,
    sharedBuffers: options.sharedBuffers ?? '128MB',
  };
  const postmaster =
    (await adopt(paths, password)) ?? (await start(installation, settings, password));
  writePrivate(
    paths.runFile,
    JSON.stringify({ pid: postmaster.pid, port: postmaster.port } satisfies RunRecord),
  );
  return postmaster;
}

async function adopt(paths: EmbeddedPaths, password: string): Promise<Postmaster | undefined> {
  const survivor = findServer(paths);
  if (!survivor) return undefined;
  const ready = await waitReady(survivor, password);
  return ready ? survivor : undefined;
}

async function start(
  installation: Installation,
  settings: ServerSettings,
  password: string,
): Promise<Postmaster> {
  const { paths } = installation;
  let wanted = readRunRecord(paths)?.port;
  for (let attempt = 1; ; attempt++) {
    clearStalePid(paths);
    const before = statSync(paths.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const postmaster = spawnPostmaster(installation, settings, await freePort(wanted));
    if (await waitReady(postmaster, password)) return postmaster;
    const said = logSince(paths, before);
    if (attempt === START_ATTEMPTS || !PASSING.test(said))
      throw new Error(`PostgreSQL does not start (log: ${paths.logFile}):\n${said}`);
    wanted = undefined;
    await delay(250);
  }
}

function owned(
  installation: Installation,
  options: StartOptions,
  postmaster: Postmaster,
  owner: Hold,
): Embedded {
  const { paths } = installation;
  let releasing = false;
  const sizeAtStart = statSync(paths.logFile, { throwIfNoEntry: false })?.size ?? 0;
  void postmaster.exited.then(() => {
    if (!releasing) options.onExit?.(logSince(paths, sizeAtStart));
  });
  const release = once(async () => {
    releasing = true;
    await stopUnlessUsed(installation, postmaster, options.patience ?? 5_000);
    owner.release();
  });
  const url = superuserUrl(readPassword(paths), postmaster.port);
  return { url, pid: postmaster.pid, owned: true, release };
}

async function stopUnlessUsed(
  installation: Installation,
  postmaster: Postmaster,
  patience: number,
): Promise<void> {
  const { paths } = installation;
  const alone = await holdWithin(patience, () => tryExclusive(paths.leaseLock));
  if (!alone) return;
  try {
    await stopPostmaster(postmaster, installation);
    rmSync(paths.ownerFile, { force: true });
  } finally {
    alone.release();
  }
}

/** Gives a lease back; where the owner has gone meanwhile, the last to leave stops the server. */
async function leave(paths: EmbeddedPaths, lease: Hold): Promise<void> {
  lease.release();
  const owner = await holdWithin(200, () => tryExclusive(paths.ownerLock));
  if (!owner) return;
  try {
    const survivor = findServer(paths);
    if (survivor) await stopUnlessUsed(install(paths), survivor, 0);
  } finally {
    owner.release();
  }
}

async function findRunning(paths: EmbeddedPaths): Promise<RunRecord> {
  const end = performance.now() + ATTACH_WITHIN_MS;
  for (;;) {
    const record = findServer(paths);
    if (record && (await answers(superuserUrl(readPassword(paths), record.port)))) return record;
    if (!isOwned(paths) || performance.now() > end) throw notRunning(paths);
    await delay(100);
  }
}

/** Whether some process owns this DATA_DIR now; its server may be about to start. */
function isOwned(paths: EmbeddedPaths): boolean {
  const hold = tryExclusive(paths.ownerLock);
  hold?.release();
  return hold === undefined;
}

function notRunning(paths: EmbeddedPaths): NotRunning {
  return new NotRunning(`no database server runs on ${paths.root}: start Linli first`);
}

function logSince(paths: EmbeddedPaths, offset: number): string {
  const file = openSync(paths.logFile, 'a+');
  try {
    const { size } = fstatSync(file);
    const from = offset > size ? 0 : offset;
    const tail = Buffer.alloc(Math.min(size - from, 8_000));
    readSync(file, tail, 0, tail.length, size - tail.length);
    return tail.toString('utf8').trim();
  } finally {
    closeSync(file);
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= action();
    return done;
  };
}
