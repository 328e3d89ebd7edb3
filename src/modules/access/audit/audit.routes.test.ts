import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Database } from '#kernel/db/client.ts';
import { systemScope } from '#kernel/db/scope.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { sealJournal } from '#kernel/journal/seal.ts';
import { type Actor, ANYBODY } from '#kernel/pure/actor.ts';
import { aCommunity } from '#modules/territory/territory.factory.ts';
import { anAccess, anApp, Browser, type TestAccess } from '../access.factory.ts';
import type { AdminPost } from '../accounts/account.types.ts';
import { createDemoAccounts } from '../demo/demo-accounts.ts';
import type { AuditEntry } from './audit.contract.ts';
import { runVerification } from './verify-seals.ts';

let here: TestAccess;
let app: ReturnType<typeof anApp>;
let auditor: Browser;
const enqueued: object[] = [];

beforeAll(async () => {
  const made = await anAccess();
  const world = {
    ...made.world,
    jobs: {
      enqueue: async (_tx: unknown, _name: string, input: object) => void enqueued.push(input),
    },
  };
  here = { ...made, world };
  app = anApp(here);
  auditor = await anAdmin('audit_admin');
});
afterAll(() => here.close());
beforeEach(() => {
  here.pass(1);
  enqueued.length = 0;
});

async function anAdmin(adminPost: AdminPost): Promise<Browser> {
  const username = adminPost.replace('_', '-');
  await createDemoAccounts(here.world, [
    { username, name: username, role: adminPost, person: null, adminPost, area: '320105000000' },
  ]);
  const browser = new Browser(app);
  await browser.post('/api/v1/demo/sign-in', { username });
  return browser;
}

const clerk: Actor = { ...ANYBODY, face: 'staff', account: 'a-clerk' };

async function entry(area: string, verb = 'take', subject = here.world.newId()): Promise<string> {
  await here.world.database.withScope(systemScope, (tx) =>
    writeJournal(
      tx,
      here.world,
      { ...clerk, face: 'system' },
      {
        subject: { kind: 'matter', id: subject },
        verb,
        area,
        codes: { task: 'x' },
        detail: { name: '王丽', telephone: '13900000000' },
      },
    ),
  );
  return subject;
}

async function list(query = '', as = auditor) {
  const answer = await as.get(`/api/v1/audit/entries?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as { items: AuditEntry[]; next: string | null };
}

describe('the audit administrator', () => {
  test('reads what was done anywhere, with ids and codes and no personal detail', async () => {
    const area = await aCommunity(here.world);
    const subject = await entry(area);
    const { items } = await list(`subject=${subject}`);
    expect(items).toMatchObject([
      { verb: 'take', subject: { kind: 'matter', number: null }, area: { code: area }, seal: null },
    ]);
    expect(items[0]?.area.name).not.toBeNull();
    expect(JSON.stringify(items)).not.toMatch(/王丽|13900000000/);
  });

  test('finds by account, verb, day and area', async () => {
    const subject = await entry('320105001001', 'view_contact');
    const today = new Date().toISOString().slice(0, 10);
    const of = async (query: string) =>
      (await list(query)).items.some((item) => item.subject.id === subject);
    expect(await of('account=a-clerk&verb=view_contact')).toBe(true);
    expect(await of('account=somebody-else')).toBe(false);
    expect(await of('verb=take')).toBe(false);
    expect(await of('area=320105001000')).toBe(true);
    expect(await of('area=320105002000')).toBe(false);
    expect(await of(`to=${today < '2099-01-01' ? '2099-01-01' : today}`)).toBe(true);
    expect(await of('from=2099-01-02')).toBe(false);
    const own = await list('account=audit-admin&verb=account.sign_in');
    expect(own.items[0]?.username).toBe('audit-admin');
  });

  test('reads on from the last entry, missing and repeating none', async () => {
    const subject = here.world.newId();
    for (let i = 0; i < 5; i += 1) {
      here.pass(1);
      await entry('320105001001', `step_${i}`, subject);
    }
    const seen: string[] = [];
    for (let after = '', more = true; more; ) {
      const page = await list(`subject=${subject}&limit=2${after}`);
      seen.push(...page.items.map((item) => item.verb));
      more = page.next !== null;
      after = `&after=${page.next}`;
    }
    expect(seen).toEqual(['step_4', 'step_3', 'step_2', 'step_1', 'step_0']);
  });

  test('leaves an entry by looking, with ids and not what was typed', async () => {
    await list('account=audit-admin&subject=wang.li&area=320105001000');
    here.pass(1);
    const { items } = await list('verb=audit.look&limit=1');
    expect(items[0]).toMatchObject({
      username: 'audit-admin',
      area: { code: '0' },
      codes: { area: '320105001000', further: false, shown: 0 },
    });
    expect(JSON.stringify(items)).not.toContain('wang.li');
  });

  test('sees the last seal, has the chain recomputed, and hears of a changed row', async () => {
    const subject = await entry('320105001001');
    const { urls, district } = here.opened;
    const sealer = new Database({ url: urls.sealer, schema: district, maxConnections: 1 });
    await sealJournal(sealer, here.world.clock);
    await sealer.close();
    const state = async () => (await auditor.get('/api/v1/audit/seals')).json();
    expect(await state()).toMatchObject({ last: { sealNo: 1 }, verification: null });
    const verify = async () => {
      here.pass(1);
      const answer = await auditor.post('/api/v1/audit/verifications');
      const { job } = (await answer.json()) as { job: string };
      expect(enqueued).toContainEqual({ longJob: job });
      await runVerification(here.world, job);
    };
    await verify();
    expect(await state()).toMatchObject({
      verification: { state: 'done', code: 'journal_whole', faults: 0 },
    });
    await here.opened.ownerPool.query(`update journal set verb = 'forged' where subject_id = $1`, [
      subject,
    ]);
    await verify();
    expect(await state()).toMatchObject({
      verification: { state: 'done', code: 'journal_broken', faults: 1 },
    });
  });
});

test('nobody else reads the journal here', async () => {
  const system = await anAdmin('system_admin');
  for (const path of ['entries', 'seals'])
    expect((await system.get(`/api/v1/audit/${path}`)).status).toBe(403);
  expect((await system.post('/api/v1/audit/verifications')).status).toBe(403);
  expect((await new Browser(app).get('/api/v1/audit/entries')).status).toBe(401);
});
