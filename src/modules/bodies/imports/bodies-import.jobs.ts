import { importWords } from '#kernel/imports/import-words.ts';
import { listImportJob } from '#kernel/imports/list-import-job.ts';
import type { ImportKind } from '#kernel/imports/start-import.ts';
import { importBodiesEndpoint } from '../bodies.contract.ts';
import { bodiesMessages } from '../bodies.messages.ts';
import { importBodies, importBodiesInside } from './import-bodies.ts';
import { readBodiesFiles } from './read-bodies-files.ts';

export const bodiesImport = {
  endpoint: importBodiesEndpoint,
  job: 'import.bodies',
  verb: 'bodies.import',
  files: ['organisations', 'appointments'],
} as const satisfies ImportKind;

export const bodiesJobs = [
  listImportJob({
    kind: bodiesImport,
    words: importWords((lang) => {
      const { faults, headers, files } = bodiesMessages[lang];
      const { parent, from, to, organisation } = headers;
      // What the rules call a column whose header is kept under another name.
      const also = {
        parentCode: parent,
        validFrom: from,
        validTo: to,
        organisationCode: organisation,
      };
      return { codes: faults, columns: { ...headers, ...also }, files };
    }),
    records: ['organisations', 'persons', 'appointments'],
    read: readBodiesFiles,
    countRows: ({ organisations = [], appointments = [], faults = [] }) =>
      organisations.length + appointments.length + faults.length,
    rehearse: (world, actor, rows) => importBodies(world, actor, rows, { dryRun: true }),
    write: importBodiesInside,
  }),
];
