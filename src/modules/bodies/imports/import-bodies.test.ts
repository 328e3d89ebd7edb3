import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publicScope, systemScope } from '#kernel/db/scope.ts';
import { ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { areaRange, EVERY_AREA } from '#kernel/pure/area.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { aCommunity, DISTRICT_CODE } from '#modules/territory/territory.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { appointmentsOf, holdersOf, workersOfGrid } from '../appointments/appointments.queries.ts';
import { postsHeldBy } from '../appointments/posts-held-by.ts';
import { anAppointment, anOrganisation } from '../bodies.factory.ts';
import {
  bodiesOf,
  findIdentity,
  findOrganisationByCode,
  listOrganisationVersions,
} from '../organisations/organisations.queries.ts';
import { secretariesReport } from '../reports/secretaries-report.ts';
import { importBodies } from './import-bodies.ts';
import { readBodiesFiles } from './read-bodies-files.ts';

let base: TestDatabase;
let world: TestWorld;
let area: string;
let key: string;
beforeAll(async () => {
  base = await openTestDatabase();
  world = aWorld(base.database);
});
beforeEach(async () => {
  area = await aCommunity(world);
  key = area.slice(6);
});
afterAll(() => base.drop());

const d = plainDateOf;
const read = <T>(work: Parameters<typeof base.database.withReadScope<T>>[1], scope = publicScope) =>
  base.database.withReadScope(scope, work);
const csv = (text: string) => ({ name: 'list.csv', bytes: Buffer.from(text) });

const ORGANISATIONS =
  '组织编码,组织类型,组织名称,区划代码,上级组织编码,联系电话,承担事务,成立日期,撤销日期\n';
const HOLDERS =
  '组织编码,岗位,姓名,人员编号,性别,出生日期,学历,产生方式,公务员,包片网格,任职日期,免职日期\n';

const organisations = () =>
  `${ORGANISATIONS}DC${key},区委,区委,${DISTRICT_CODE},,,,2002-01-01,\n` +
  `G${key},工作组,社会保障组,${area},S${key},,低保、老龄,2009-04-01,\n` +
  `S${key},服务站,社区管理服务站,${area},,,,2009-04-01,\n` +
  `R${key},居委会,居民委员会,${area},,,,2002-01-01,\n` +
  `P${key},社区党委,社区党总支,${area},DC${key},025-86000000,,2002-01-01,2009-04-01\n` +
  `P${key},社区党委,社区党委,${area},DC${key},025-86000001,,2009-04-01,\n`;
const holders = () =>
  `${HOLDERS}P${key},书记,王一,A${key},男,1975-12-09,研究生,选举,否,,2009-04-01,\n` +
  `R${key},主任,王一,A${key},男,1975-12-09,研究生,选举,否,,2009-05-01,\n` +
  `S${key},站长,李二,B${key},女,1970-01-01,本科,下派,是,,2009-04-01,2010-06-01\n` +
  `S${key},包片社工,孙三,C${key},女,,,招聘,否,G01、G02,2009-04-01,\n`;
const files = () =>
  readBodiesFiles({ organisations: csv(organisations()), appointments: csv(holders()) });

describe('importing bodies', () => {
  it('a dry run reports and writes nothing; the import writes; again it changes nothing', async () => {
    const expected = {
      organisations: { added: 6, changed: 0, unchanged: 0 },
      persons: { added: 3, changed: 0, unchanged: 0 },
      appointments: { added: 4, changed: 0, unchanged: 0 },
      faults: [],
    };
    expect(await importBodies(world, SYSTEM, await files(), { dryRun: true })).toEqual({
      dryRun: true,
      ...expected,
    });
    expect(await read((db) => findIdentity(db, `S${key}`))).toBeUndefined();
    expect(await importBodies(world, SYSTEM, await files())).toEqual({
      dryRun: false,
      ...expected,
    });
    expect(await importBodies(world, SYSTEM, await files())).toMatchObject({
      organisations: { added: 0, changed: 0, unchanged: 6 },
      persons: { added: 0, changed: 0, unchanged: 3 },
      appointments: { added: 0, changed: 0, unchanged: 4 },
    });
  });

  it('answers at any date: names, roots, holders, two posts of one person, workers of a grid', async () => {
    await importBodies(world, SYSTEM, await files());
    const names = async (day: string) =>
      (await read((db) => bodiesOf(db, area, d(day)))).map((one) => one.name);
    expect(await names('2009-03-31')).toEqual(['社区党总支', '居民委员会']);
    expect(await names('2009-04-01')).toEqual([
      '社区党委',
      '居民委员会',
      '社区管理服务站',
      '社会保障组',
    ]);
    const [committee, , station, group] = await read((db) => bodiesOf(db, area, d('2010-12-09')));
    expect(group).toMatchObject({
      rootId: station?.id,
      parentId: station?.id,
      affairs: ['dibao', 'ageing'],
    });
    expect(committee).toMatchObject({
      rootId: committee?.id,
      telephone: '025-86000001',
      validFrom: '2002-01-01',
      validTo: null,
    });
    expect(
      (await read((db) => listOrganisationVersions(db, committee?.id))).map((one) => one.validTo),
    ).toEqual(['2009-04-01', null]);

    const heads = async (day: string) =>
      (await read((db) => holdersOf(db, station?.id ?? '', d(day)))).map((one) => one.holderName);
    expect([await heads('2010-05-31'), await heads('2010-06-01')]).toEqual([
      ['李二', '孙三'],
      ['孙三'],
    ]);
    const [secretary] = await read((db) => holdersOf(db, committee?.id ?? '', d('2010-01-01')));
    const posts = await read((db) =>
      appointmentsOf(db, secretary?.personId ?? '', d('2010-01-01')),
    );
    expect(posts.map((one) => [one.organisationKind, one.postCode, one.origin])).toEqual([
      ['PARTY_COMMITTEE', 'secretary', 'elected'],
      ['RESIDENTS_COMMITTEE', 'director', 'elected'],
    ]);
    expect(
      (await read((db) => workersOfGrid(db, area, 'G02', d('2010-01-01')))).map(
        (one) => one.holderName,
      ),
    ).toEqual(['孙三']);
    expect(await postsHeldBy(world, secretary?.personId ?? '', d('2010-01-01'))).toMatchObject([
      {
        organisation: committee?.id,
        organisationKind: 'PARTY_COMMITTEE',
        post: 'secretary',
        area,
        name: { zh: '社区党委' },
      },
      { organisationKind: 'RESIDENTS_COMMITTEE', post: 'director' },
    ]);
  });

  it('takes the good rows and reports the bad ones by line', async () => {
    const village = await aCommunity(world, { kind: 'village' });
    const rows = await readBodiesFiles({
      organisations: csv(
        `${organisations()}S2${key},服务站,第二站,${area},,,,2010-01-01,\nV${key},居委会,村里的,${village},,,,2010-01-01,\nX${key},工作组,组,${area},NN,,扫地,2010-01-01,\nY${key},工作组,组,${area},NN,,,2010-01-01,\nR${key},社会组织,协会,${area},,,,2011-01-01,\n`,
      ),
      appointments: csv(
        `${holders()}S${key},站长,赵四,D${key},男,,,下派,否,,2011-01-01,\nR${key},委员,钱五,E${key},女,,,任命,否,,2011-01-01,\nR${key},总经理,钱五,E${key},女,,,选举,否,,2011-01-01,\nNONE,主任,周六,F${key},男,,,选举,否,,2011-01-01,\nP${key},书记,王一,A${key},男,1975-12-09,研究生,选举,否,,2010-01-01,\nR${key},委员,吴七,H${key},男,,,选举,否,,1999-01-01,\n`,
      ),
    });
    const report = await importBodies(world, SYSTEM, rows);
    expect(
      report.faults.map((fault) => `${fault.file} ${fault.line} ${fault.code}`).sort(),
    ).toEqual([
      'appointments 10 period_overlaps',
      'appointments 11 before_organisation',
      'appointments 6 station_head_is_civil_servant',
      'appointments 7 residents_committee_is_elected',
      'appointments 8 post_unknown',
      'appointments 9 organisation_unknown',
      'organisations 10 affair_unknown',
      'organisations 11 parent_unknown',
      'organisations 12 organisation_is_another',
      'organisations 8 body_exists',
      'organisations 9 body_needs_community',
    ]);
    expect(report).toMatchObject({ organisations: { added: 6 }, appointments: { added: 4 } });
  });

  it('takes no code that the answers could not carry, whichever way the rows come', async () => {
    const [first] = (await files()).organisations ?? [];
    if (!first) throw new Error('no row');
    const codes = ['X', `D-${key}`, `D:${key}`, `D ${key}`, '部门一', 'D'.repeat(41)];
    const rows = codes.map((code, n) => ({ line: n + 2, value: { ...first.value, code } }));
    const { faults, organisations } = await importBodies(world, SYSTEM, { organisations: rows });
    expect(faults.map((fault) => [fault.line, fault.column, fault.code, fault.value])).toEqual(
      codes.map((code, n) => [n + 2, 'code', 'code_malformed', code]),
    );
    expect(organisations.added).toBe(0);
  });

  it('a change is journaled, and closes what it follows', async () => {
    await importBodies(world, SYSTEM, await files());
    const renamed = await readBodiesFiles({
      organisations: csv(`${ORGANISATIONS}S${key},服务站,党群服务中心,${area},,,,2019-01-01,\n`),
    });
    await importBodies(world, SYSTEM, renamed);
    const name = async (day: string) =>
      (await read((db) => findOrganisationByCode(db, `S${key}`, d(day))))?.name;
    expect([await name('2018-12-31'), await name('2019-01-01')]).toEqual([
      '社区管理服务站',
      '党群服务中心',
    ]);
    const { rows } = await base.ownerPool.query(
      'select verb, count(*)::int from journal where area = $1 group by verb order by verb',
      [area],
    );
    expect(Object.fromEntries(rows.map((row) => [row.verb, row.count]))).toMatchObject({
      'organisation.added': 4,
      'appointment.added': 4,
      'person.added': 3,
    });
  });

  it('asks for the capability, and reaches no further than the actor', async () => {
    await expect(importBodies(world, ANYBODY, {})).rejects.toMatchObject({ code: 'forbidden' });
    const office = {
      ...ANYBODY,
      face: 'staff',
      area: areaRange('320105999000'),
      verbs: { 'bodies.import': 'area' },
    } as const;
    const report = await importBodies(world, office, await files());
    expect(new Set(report.faults.map((fault) => fault.code))).toEqual(
      new Set(['outside_area', 'organisation_unknown']),
    );
  });
});

describe('the database itself', () => {
  it('refuses a head of a station who is no civil servant', async () => {
    const station = await anOrganisation(world, { kind: 'SERVICE_STATION', area });
    const head = await anAppointment(world, {
      organisationCode: station.code,
      post: 'station_head',
      origin: 'dispatched',
    });
    const demote = base.database.withScope(systemScope, (tx) =>
      tx
        .updateTable('appointment')
        .set({ civilServant: false })
        .where('id', '=', head.id)
        .execute(),
    );
    await expect(demote).rejects.toMatchObject({
      code: 'refused',
      reason: 'appointment_station_head_ck',
    });
  });
});

describe('the report on secretaries', () => {
  it('is taken on any date, from the records in office on it, within what the actor may see', async () => {
    await importBodies(world, SYSTEM, await files());
    const on = (day: string, scope = systemScope) =>
      read((db) => secretariesReport(db, d(day), areaRange(area)), scope);
    expect(await on('2010-12-09')).toMatchObject({
      filled: { count: 1, of: 1 },
      meanAge: 35,
      upTo35: { count: 1, of: 1 },
      postgraduates: { count: 1, of: 1 },
    });
    expect(await on('2009-03-31')).toMatchObject({ filled: { count: 0, of: 1 }, meanAge: null });
    expect((await on('2010-12-09', publicScope)).filled.count).toBe(0);
    expect(
      (await read((db) => secretariesReport(db, d('2010-12-09'), EVERY_AREA), systemScope)).filled
        .count,
    ).toBeGreaterThan(0);
  });
});
