import { schemaNames } from '#kernel/db/district.ts';
import { AppError } from '#kernel/pure/errors.ts';
import type { World } from '#kernel/world.ts';
import { type AdminPost, createFirstAdmin, openAccess } from '#modules/access/index.ts';
import { postsHeldBy } from '#modules/bodies/index.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { withWorld } from '../with-world.ts';
import { importMessages } from './import.messages.ts';

const POSTS: readonly AdminPost[] = ['security_admin', 'system_admin', 'audit_admin'];

/** The first administrators of an installation, made at the machine itself; the password is told once and must be changed. */
export const createAdminCommand: Command = {
  words: 'admin create',
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    post: { type: 'string' },
  },
  async run(call) {
    const texts = importMessages[call.lang];
    const { username, name, post = 'security_admin' } = call.options;
    if (typeof username !== 'string' || typeof name !== 'string')
      throw new WrongUse(texts.adminWanted);
    const adminPost = POSTS.find((one) => one === post);
    if (!adminPost) throw new WrongUse(texts.adminPost(POSTS.join(', ')));
    const { password } = await withAccounts(call, (world) =>
      createFirstAdmin(world, { username, name, adminPost }).catch((error: unknown) => {
        throw inWords(error, texts);
      }),
    );
    call.say(texts.adminDone(username.toLowerCase(), texts.posts[adminPost]));
    call.say(texts.adminPassword(password));
    call.say(texts.adminNext);
    return 0;
  },
};

type Texts = (typeof importMessages)['zh'];

function inWords(cause: unknown, texts: Texts): unknown {
  if (!(cause instanceof AppError)) return cause;
  if (cause.reason === 'username_taken') return new Error(texts.taken);
  return cause.reason === 'username_unfit' ? new Error(texts.unfit) : cause;
}

function withAccounts<T>(call: Call, work: (world: World) => Promise<T>): Promise<T> {
  return withWorld(call, async (world, environment) => {
    const access = await openAccess(world, {
      url: environment.DATABASE_AUTH_URL ?? environment.DATABASE_URL ?? '',
      schema: schemaNames(world.settings.district).auth,
      postsOf: postsHeldBy,
    });
    try {
      return await work(world);
    } finally {
      await access.close();
    }
  });
}
