import { scopeOf } from '#kernel/db/scope.ts';
import { defineDownload, type Route } from '#kernel/http/route.ts';
import { writeJournal } from '#kernel/journal/journal.ts';
import { localMinute } from '#kernel/pure/dates.ts';
import { AppError } from '#kernel/pure/errors.ts';
import { tableReply } from '#kernel/tabular/tabular.ts';
import { listMatterLines } from '../matters/list.queries.ts';
import { readNames } from '../matters/names.ts';
import { queueFilter } from '../matters/queue-filter.ts';
import { matterColumns, type OutRow } from './export.columns.ts';
import { exportMattersEndpoint } from './export.contract.ts';
import { exportMessages } from './export.messages.ts';

/** A workbook of more is not read by anybody, and would fill the server's memory. */
const MOST = 50_000;

const exportMatters = defineDownload(exportMattersEndpoint, {
  face: 'staff',
  capability: 'matter.export',
  perMinute: 10,
  sample: () => ({ query: { reason: '街道周例会', format: 'csv' } }),
  async handle({ world, actor, query, lang }) {
    const { format, reason, ...conditions } = query;
    const now = world.clock.now();
    return world.database.withScope(scopeOf(actor), async (tx) => {
      const lines = await listMatterLines(tx, {
        ...(await queueFilter(world, tx, actor, conditions)),
        after: null,
        limit: MOST + 1,
      });
      if (lines.length > MOST)
        throw new AppError('too_large', 'too_many_rows', { facts: { most: MOST } });
      const names = await readNames(
        world,
        tx,
        lang,
        lines.map((line) => line.ownerOrganisation),
      );
      await writeJournal(tx, world, actor, {
        subject: { kind: 'matter.export', id: world.newId() },
        verb: 'export',
        area: (query.area ?? actor.area.lo).padEnd(12, '0').slice(0, 12),
        purpose: reason,
        codes: { format, rows: lines.length },
      });
      const words = exportMessages[lang];
      const watermark = words.watermark(actor.name, localMinute(now), reason, lines.length);
      const rows: OutRow[] = [...lines, { watermark }];
      return tableReply(format, words.file, matterColumns(lang, names), rows);
    });
  },
});

export const exportRoutes: readonly Route[] = [exportMatters];
