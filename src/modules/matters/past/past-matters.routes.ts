import { defineDownload, type Route } from '#kernel/http/route.ts';
import { importRoute } from '#kernel/imports/import.routes.ts';
import { tableReply } from '#kernel/tabular/tabular.ts';
import { exportPastMatters, pastColumns } from './export-past.ts';
import { pastImportMessages } from './past-import.messages.ts';
import { exportPastMattersEndpoint } from './past-matters.contract.ts';
import { pastImport } from './past-matters.jobs.ts';

export const pastRoutes: readonly Route[] = [
  importRoute(pastImport),
  defineDownload(exportPastMattersEndpoint, {
    face: 'staff',
    capability: pastImport.verb,
    perMinute: 10,
    sample: () => ({}),
    async handle({ world, actor, query, lang }) {
      const rows = await exportPastMatters(world, actor);
      return tableReply(query.format, pastImportMessages[lang].label, pastColumns, rows);
    },
  }),
];
