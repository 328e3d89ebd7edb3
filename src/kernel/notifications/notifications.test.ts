import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemScope } from '#kernel/db/scope.ts';
import { aWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { fillTemplate, httpNotifier } from './http-notifier.ts';
import type { Message } from './notifier.ts';
import { notifyJob, notifyLater } from './notify.jobs.ts';
import { listPrinted, printedNotifier } from './printed-notifier.ts';
import { routedNotifier } from './routed-notifier.ts';

const message: Message = {
  to: { kind: 'telephone', address: '00000000001' },
  subject: '验证码',
  text: '您的"诉求"\n已办结',
};
const template = '{"mobile":"{{to}}","content":"{{text}}"}';

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.drop());

type Answer = { status: number; waitMs?: number };
let close = () => {};
afterEach(() => close());

async function gateway(answer: Answer) {
  const bodies: string[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks = await request.toArray();
    bodies.push(Buffer.concat(chunks).toString());
    setTimeout(() => response.writeHead(answer.status).end('x'), answer.waitMs ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, bodies };
}

describe('a message gateway', () => {
  it('gets the message as its template says, whatever is in it', async () => {
    const { url, bodies } = await gateway({ status: 200 });
    await httpNotifier({ url, template }).send(message);
    expect(bodies.map((body) => JSON.parse(body))).toEqual([
      { mobile: '00000000001', content: '您的"诉求"\n已办结' },
    ]);
    const hostile = fillTemplate(template, { ...message, text: '{{to}}","admin":"1$&' });
    expect(JSON.parse(hostile)).toEqual({ mobile: '00000000001', content: '{{to}}","admin":"1$&' });
  });

  it.each<Answer>([{ status: 500 }, { status: 302 }, { status: 200, waitMs: 400 }])(
    'that answers %j did not take it; the error tells neither address nor text',
    async (answer) => {
      const { url } = await gateway(answer);
      const failure = await httpNotifier({ url, template, timeoutMs: 150 })
        .send(message)
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'unavailable', reason: 'message_gateway' });
      expect(JSON.stringify(failure) + String(failure)).not.toMatch(/00000000001|诉求/);
    },
  );

  it('must be reached by https and have a template that is JSON', () => {
    expect(() => httpNotifier({ url: 'http://sms.example', template })).toThrow(/https/);
    const url = 'https://sms.example';
    expect(() => httpNotifier({ url, template: '{"to":{{to}}' })).toThrow(/JSON/);
  });

  it('is one per kind of address', async () => {
    const world = aWorld(base.database);
    const routed = routedNotifier({ telephone: world.notifier });
    await routed.send(message);
    expect(world.sent).toEqual([message]);
    const mail = routed.send({ ...message, to: { kind: 'email', address: 'a@example.org' } });
    await expect(mail).rejects.toMatchObject({ reason: 'no_message_gateway' });
  });
});

describe('a message', () => {
  it('goes into the transaction as a job, and out by the notifier', async () => {
    const world = aWorld(base.database);
    await base.database.withScope(systemScope, (tx) => notifyLater(tx, world, message));
    expect(world.sent).toEqual([]);
    const [job] = world.enqueued;
    expect(job?.name).toBe(notifyJob.name);
    await notifyJob.handle(world, job?.input as Message, AbortSignal.timeout(1000));
    expect(world.sent).toEqual([message]);
  });

  it('is printed in the demo, where the demo can show it and the log does not', async () => {
    const said: unknown[] = [];
    const log = { info: (...all: unknown[]) => void said.push(all), warn() {}, error() {} };
    const world = aWorld(base.database, { log });
    await printedNotifier(world).send(message);
    world.pass(1000);
    await printedNotifier(world).send({ ...message, to: { kind: 'email', address: 'a@b' } });
    const printed = await listPrinted(base.database);
    expect(printed.map(({ kind }) => kind)).toEqual(['email', 'telephone']);
    expect(await listPrinted(base.database, '00000000001')).toMatchObject([
      { address: '00000000001', subject: '验证码', body: message.text },
    ]);
    expect(JSON.stringify(said)).not.toMatch(/00000000001|诉求/);
  });
});
