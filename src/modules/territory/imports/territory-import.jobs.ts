import { importWords } from '#kernel/imports/import-words.ts';
import { listImportJob } from '#kernel/imports/list-import-job.ts';
import type { ImportKind } from '#kernel/imports/start-import.ts';
import { importTerritoryEndpoint } from '../territory.contract.ts';
import { territoryMessages } from '../territory.messages.ts';
import { importTerritory, importTerritoryInside } from './import-territory.ts';
import { readTerritoryFiles } from './read-territory-files.ts';

export const territoryImport = {
  endpoint: importTerritoryEndpoint,
  job: 'import.territory',
  verb: 'territory.import',
  files: ['areas', 'buildings', 'polygons'],
} as const satisfies ImportKind;

export const territoryJobs = [
  listImportJob({
    kind: territoryImport,
    words: importWords((lang) => {
      const { faults, refusals, headers, files } = territoryMessages[lang];
      return { codes: { ...refusals, ...faults }, columns: headers, files };
    }),
    records: ['areas', 'polygons', 'grids', 'estates', 'buildings', 'stairwells'],
    read: readTerritoryFiles,
    countRows: ({ areas = [], buildings = [], polygons = [], faults = [] }) =>
      areas.length + buildings.length + polygons.length + faults.length,
    rehearse: (world, actor, rows) => importTerritory(world, actor, rows, { dryRun: true }),
    write: importTerritoryInside,
  }),
];
