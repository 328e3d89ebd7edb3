import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicScope } from '#kernel/db/scope.ts';
import { ANYBODY, SYSTEM } from '#kernel/pure/actor.ts';
import { areaRange } from '#kernel/pure/area.ts';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { aWorld, type TestWorld } from '#kernel/world.factory.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/database.ts';
import { findArea, listSuccessions } from '../areas/areas.queries.ts';
import { areaTree, communityAt } from '../areas/find-area.ts';
import {
  buildingsOf,
  findStairwell,
  gridsOf,
  nearestBuilding,
  stairwellsOf,
} from '../buildings/buildings.queries.ts';
import { importTerritory } from './import-territory.ts';
import { readTerritoryFiles } from './read-territory-files.ts';

let base: TestDatabase;
let world: TestWorld;
beforeAll(async () => {
  base = await openTestDatabase();
  world = aWorld(base.database);
});
afterAll(() => base.drop());

const d = plainDateOf;
const bytes = (text: string) => Buffer.from(text);
const read = <T>(work: Parameters<typeof base.database.withReadScope<T>>[1]) =>
  base.database.withReadScope(publicScope, work);

const HEAD = '区划代码,类型,名称,上级代码,启用日期,停用日期,沿革前身\n';
const frame = (sub: string) =>
  `${HEAD}320105000000,区,建邺区,,2002-01-01,,\n320105${sub}000,街道,试验街道,320105000000,2005-01-01,,\n`;
const square = (west: number, south: number) => [
  [west, south],
  [west + 0.01, south],
  [west + 0.01, south + 0.01],
  [west, south + 0.01],
  [west, south],
];

async function files(sub: string) {
  const areas = `${frame(sub)}320105${sub}001,社区,怡园社区,320105${sub}000,2005-01-01,,\n320105${sub}201,行政村,江滨村,320105${sub}000,2005-01-01,,\n`;
  const buildings = `楼栋编码,社区代码,小区编码,小区名称,网格编码,网格名称,楼栋名称,地址,经度,纬度,坐标系,单元,启用日期\n${sub}B1,320105${sub}001,${sub}E1,映月园,${sub}G1,第一网格,1幢,甲路1号,118.705,32.005,CGCS2000,1单元、2单元,2005-01-01\n${sub}B2,320105${sub}001,${sub}E1,映月园,${sub}G1,第一网格,2幢,甲路1号,118.707,32.005,CGCS2000,1单元,2005-01-01\n`;
  const polygons = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { code: `320105${sub}001`, validFrom: '2005-01-01' },
        geometry: { type: 'Polygon', coordinates: [square(118.7, 32)] },
      },
      {
        type: 'Feature',
        properties: { code: `320105${sub}201`, validFrom: '2005-01-01' },
        geometry: { type: 'Polygon', coordinates: [square(118.71, 32)] },
      },
    ],
  });
  return readTerritoryFiles({
    areas: { name: '区划.csv', bytes: bytes(areas) },
    buildings: { name: '楼栋.csv', bytes: bytes(buildings) },
    polygons: { name: '边界.geojson', bytes: bytes(polygons) },
  });
}

describe('importing a district', () => {
  it('a dry run reports and writes nothing; the import writes; again it changes nothing', async () => {
    const rows = await files('911');
    const dry = await importTerritory(world, SYSTEM, rows, { dryRun: true });
    expect(dry).toMatchObject({
      dryRun: true,
      faults: [],
      buildings: { added: 2 },
      stairwells: { added: 3 },
    });
    expect(await read((db) => findArea(db, '320105911001', d('2010-01-01')))).toBeUndefined();

    const first = await importTerritory(world, SYSTEM, rows);
    expect(first).toMatchObject({
      polygons: { added: 2 },
      grids: { added: 1 },
      estates: { added: 1 },
      faults: [],
    });
    const codes = (await read((db) => stairwellsOf(db, '320105911001'))).map((one) => one.code);
    const again = await importTerritory(world, SYSTEM, await files('911'));
    for (const kind of [
      'areas',
      'polygons',
      'grids',
      'estates',
      'buildings',
      'stairwells',
    ] as const)
      expect(again[kind]).toMatchObject({ added: 0, changed: 0 });
    expect((await read((db) => stairwellsOf(db, '320105911001'))).map((one) => one.code)).toEqual(
      codes,
    );
  });

  it('is found again: tree, buildings, stairwell code, nearest building, community of a point', async () => {
    await importTerritory(world, SYSTEM, await files('912'));
    const day = d('2010-12-09');
    const tree = await read((db) => areaTree(db, day));
    const street = tree[0]?.children.find((area) => area.code === '320105912000');
    expect(street?.children.map((area) => [area.kind, area.name])).toEqual([
      ['community', '怡园社区'],
      ['village', '江滨村'],
    ]);
    const buildings = await read((db) => buildingsOf(db, '320105912001', day));
    expect(buildings[0]).toMatchObject({
      code: '912B1',
      estate: { name: '映月园' },
      grid: { code: '912G1' },
      point: { crs: 'CGCS2000' },
    });
    expect(await read((db) => gridsOf(db, '320105912001', day))).toHaveLength(1);
    const [door] = await read((db) => stairwellsOf(db, '320105912001'));
    expect(await read((db) => findStairwell(db, door?.code ?? ''))).toEqual(door);

    const point = { lng: 118.7068, lat: 32.005, crs: 'WGS84' } as const;
    const near = await read((db) => nearestBuilding(db, point, day));
    expect(near?.building.name).toBe('2幢');
    expect(near?.metres).toBeCloseTo(19, 0);
    expect((await read((db) => communityAt(db, point, day)))?.name).toBe('怡园社区');
    expect((await read((db) => communityAt(db, { ...point, lng: 118.715 }, day)))?.kind).toBe(
      'village',
    );
    expect(await read((db) => communityAt(db, { ...point, lng: 118.9 }, day))).toBeUndefined();
  });

  it('keeps the history: a new name closes the old one, a merger names its predecessors', async () => {
    await importTerritory(world, SYSTEM, await files('913'));
    const later = `${HEAD}320105913001,社区,凤栖社区,320105913000,2012-07-01,,\n320105913002,社区,新合社区,320105913000,2013-01-01,,320105913001、320105913201\n320105913001,社区,怡园社区,320105913000,2005-01-01,2012-07-01,\n`;
    const rows = await readTerritoryFiles({ areas: { name: 'a.csv', bytes: bytes(later) } });
    const report = await importTerritory(world, SYSTEM, rows);
    expect(report).toMatchObject({ areas: { added: 2, changed: 1, unchanged: 0 }, faults: [] });
    const name = async (day: string) =>
      (await read((db) => findArea(db, '320105913001', d(day))))?.name;
    expect([await name('2004-12-31'), await name('2012-06-30'), await name('2012-07-01')]).toEqual([
      undefined,
      '怡园社区',
      '凤栖社区',
    ]);
    expect(await read((db) => listSuccessions(db, '320105913201'))).toEqual([
      { predecessor: '320105913201', successor: '320105913002', happenedOn: '2013-01-01' },
    ]);
    const entries = await base.ownerPool.query(
      "select verb from journal where area = '320105913001' order by recorded_at, id",
    );
    expect(entries.rows.map((row) => row.verb).sort()).toEqual([
      'area.added',
      'area.added',
      'area.changed',
    ]);
  });

  it('takes the good rows and reports the bad ones by line', async () => {
    const areas = `${frame('914')}320105914201,社区,错村,320105914000,2005-01-01,,\n320105914001,社区,甲,320105999000,2005-01-01,,\n320105914002,社区,乙,320105914000,2005-01-01,,\n320105914002,社区,乙,320105914000,2005-01-01,,\n12,社区,丙,320105914000,2005-13-01,,\n`;
    const buildings =
      '楼栋编码,社区代码,楼栋名称,地址,经度,纬度,坐标系,单元,启用日期\n914B1,320105914002,1,x,118.7,,,,2005-01-01\n914B2,320105914009,1,x,,,,,2005-01-01\n914B3,320105914002,1,x,118.7,32,,,2005-01-01\n914B4,320105914002,1,x,,,,1单元、1单元,2005-01-01\n914B5,320105914002,1,x,,,,1单元,2005-01-01\n';
    const rows = await readTerritoryFiles({
      areas: { name: 'a.csv', bytes: bytes(areas) },
      buildings: { name: 'b.csv', bytes: bytes(buildings) },
    });
    const report = await importTerritory(world, SYSTEM, rows);
    expect(
      report.faults.map((fault) => `${fault.file} ${fault.line} ${fault.code}`).sort(),
    ).toEqual([
      'areas 4 area_kind_by_code',
      'areas 5 area_parent_by_code',
      'areas 7 row_twice',
      'areas 8 code_malformed',
      'areas 8 date_impossible',
      'buildings 2 point_incomplete',
      'buildings 3 area_unknown',
      'buildings 4 crs_missing',
      'buildings 5 row_twice',
    ]);
    expect(report).toMatchObject({ buildings: { added: 1 }, stairwells: { added: 1 } });
  });

  it('asks for the capability, and reaches no further than the actor', async () => {
    const rows = await files('915');
    await expect(importTerritory(world, ANYBODY, rows)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const office = {
      ...ANYBODY,
      face: 'staff',
      area: areaRange('320105916000'),
      verbs: { 'territory.import': 'area' },
    } as const;
    const report = await importTerritory(world, office, rows, { dryRun: true });
    expect(new Set(report.faults.map((fault) => fault.code))).toEqual(
      new Set(['outside_area', 'area_unknown']),
    );
  });

  it('refuses what is no GeoJSON and finds swapped coordinates', async () => {
    const polygons = (text: string) =>
      readTerritoryFiles({ polygons: { name: 'x.geojson', bytes: bytes(text) } });
    await expect(polygons('{')).rejects.toMatchObject({ reason: 'geojson_malformed' });
    await expect(polygons('{"type":"Feature"}')).rejects.toMatchObject({
      reason: 'geojson_malformed',
    });
    const swapped = square(118.7, 32).map(([lng, lat]) => [lat, lng]);
    const feature = {
      properties: { code: '320105917001', validFrom: '2005-01-01' },
      geometry: { type: 'Polygon', coordinates: [swapped] },
    };
    const { faults } = await polygons(
      JSON.stringify({ type: 'FeatureCollection', features: [feature, {}] }),
    );
    expect(faults?.map((fault) => [fault.line, fault.code])).toEqual([
      [1, 'position_off_map'],
      [2, 'geojson_feature_malformed'],
    ]);
  });
});
