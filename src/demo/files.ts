import { createWriteStream } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { csvText, type OutColumn, writeTable } from '#kernel/tabular/tabular.ts';
import { PAST_HEADERS, type PastColumn } from '#modules/matters/index.ts';
import { expressOfYiyuan } from './express.ts';
import { housesOf, shapes } from './layout.ts';
import { life } from './life.ts';
import { officeHolders } from './office-holders.ts';
import { organisations } from './organisations.ts';
import { DISTRICT, PLACES, type Place, SUBDISTRICTS } from './places.ts';
import type { MatterCells } from './story.ts';

export type DemoSize = {
  readonly seed: number;
  readonly now: Date;
  readonly matters: number;
  /** Fewer of them for tests. */
  readonly places: readonly Place[];
};

/** The district's files, as a government office would send them. */
export type DemoFiles = {
  readonly areas: string;
  readonly polygons: string;
  readonly buildings: string;
  readonly organisations: string;
  readonly appointments: string;
  readonly archive: string;
  readonly matters: string;
};

const SINCE = '2002-10-01';
const CLASSES = { community: '111', village: '220' } as const;

/** Writes all files into a folder: areas as a workbook, organisations as a GB18030 CSV, the rest as UTF-8. */
export async function writeDemoFiles(folder: string, size: DemoSize): Promise<DemoFiles> {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const files: DemoFiles = {
    areas: at('areas.xlsx'),
    polygons: at('polygons.geojson'),
    buildings: at('buildings.csv'),
    organisations: at('organisations.csv'),
    appointments: at('appointments.csv'),
    archive: at('archive-matters.csv'),
    matters: at('matters.csv'),
  };
  const communities = size.places.filter(({ kind }) => kind === 'community');
  await writeAreas(files.areas, size.places);
  const features = shapes().filter(({ properties }) => isWanted(properties.code, size.places));
  await writeFile(files.polygons, JSON.stringify({ type: 'FeatureCollection', features }));
  await writeRows(files.buildings, buildingRows(size.places), 'utf8');
  await writeRows(files.organisations, organisations(communities), 'gb18030');
  await writeRows(files.appointments, officeHolders(communities), 'utf8');
  const hasArchive = communities.some(({ name }) => name.startsWith('怡园'));
  await writeMatters(files.archive, hasArchive ? expressOfYiyuan() : []);
  await writeMatters(files.matters, life(size));
  return files;
}

const isWanted = (code: string, places: readonly Place[]) =>
  places.length === PLACES.length ||
  code.endsWith('000') ||
  places.some((place) => place.code === code);

async function writeAreas(path: string, places: readonly Place[]): Promise<void> {
  const rows = [
    { ...DISTRICT, kind: '区', parent: '', urban: '' },
    ...SUBDISTRICTS.map((one) => ({ ...one, kind: '街道', parent: DISTRICT.code, urban: '' })),
    ...places.map((one) => ({
      ...one,
      kind: one.kind === 'community' ? '社区' : '行政村',
      parent: one.subdistrict.code,
      urban: CLASSES[one.kind],
    })),
  ];
  type Row = (typeof rows)[number];
  const columns: OutColumn<Row>[] = [
    { header: '区划代码', value: (row) => row.code },
    { header: '类型', value: (row) => row.kind },
    { header: '名称', value: (row) => row.name },
    { header: '英文名称', value: (row) => row.nameEn },
    { header: '上级代码', value: (row) => row.parent },
    { header: '城乡分类代码', value: (row) => row.urban },
    { header: '启用日期', value: () => SINCE },
  ];
  await finished(writeTable('xlsx', columns, rows).pipe(createWriteStream(path)));
}

function buildingRows(places: readonly Place[]) {
  return places.flatMap(housesOf).map((house) => ({
    楼栋编码: house.code,
    社区代码: house.place.code,
    小区编码: house.estateCode,
    小区名称: house.estateName,
    网格编码: house.gridCode,
    网格名称: house.gridName,
    楼栋名称: house.name,
    地址: house.address,
    经度: String(house.lng),
    纬度: String(house.lat),
    坐标系: 'CGCS2000',
    单元: house.stairwells.join('、'),
    启用日期: house.validFrom,
  }));
}

/** Rows whose keys are the headers. */
async function writeRows(
  path: string,
  rows: readonly Readonly<Record<string, string>>[],
  encoding: 'utf8' | 'gb18030',
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((header) => ({
    header,
    value: (row: Readonly<Record<string, string>>) => row[header] ?? '',
  }));
  await writeFile(path, iconv.encode(csvText(columns, rows), encoding));
}

const COLUMNS = Object.keys(PAST_HEADERS) as PastColumn[];

/** Streamed, and under its name only when whole: a generator that was killed leaves nothing to be taken for a file. */
async function writeMatters(path: string, rows: Iterable<MatterCells>): Promise<void> {
  const columns: OutColumn<MatterCells>[] = COLUMNS.map((key) => ({
    header: PAST_HEADERS[key],
    value: (row) => row[key] ?? null,
  }));
  const part = `${path}.part`;
  await finished(writeTable('csv', columns, rows).pipe(createWriteStream(part)));
  await rename(part, path);
}
