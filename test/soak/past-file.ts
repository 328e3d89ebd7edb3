import { writeFileSync } from 'node:fs';
import { PAST_HEADERS } from '#modules/matters/index.ts';
import { communities } from '../../bench/district.ts';

const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2025-03-03T01:00:00Z');

type Cells = Readonly<Partial<Record<keyof typeof PAST_HEADERS, string>>>;

/** An events sheet of so many matters, each received, taken, finished and called solved. */
export function writePastFile(path: string, matters: number): void {
  const columns = Object.keys(PAST_HEADERS) as (keyof typeof PAST_HEADERS)[];
  const line = (cells: Cells) => columns.map((column) => cells[column] ?? '').join(',');
  const lines = [columns.map((column) => PAST_HEADERS[column]).join(',')];
  for (let index = 0; index < matters; index += 1) {
    const area = communities[index % communities.length] ?? '';
    const external = `S${index}`;
    const body = `S${area.slice(6)}`;
    const at = (days: number) =>
      new Date(BEGIN + ((index % 300) + days) * DAY_MS)
        .toISOString()
        .slice(0, 16)
        .replace('T', ' ');
    const words = '三号楼门口路灯不亮';
    const about = { category: 'street_light', area, source: 'portal', name: '王小明' };
    const telephone = '10000000001';
    lines.push(
      line({ external, event: 'receive', at: at(0), words, telephone, ...about }),
      line({ external, event: 'take', at: at(1), body }),
      line({ external, event: 'finish', at: at(2), body, words: '换了灯泡。' }),
      line({ external, event: 'say_solved', at: at(3), rating: '1' }),
    );
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}
