import { silentLog } from '#kernel/log.ts';
import { parseDate, plainDateOf } from '#kernel/pure/dates.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { agrees, isDemoLoaded, type ReproducedLine, reproduce } from '../../../demo/index.ts';
import { openWorld } from '../../open-world.ts';
import { type Command, WrongUse } from '../command.ts';
import { reproduceMessages } from './demo.messages.ts';

const PUBLISHED = '2010-12-09';

/** The article's figures beside those computed by the pages' own queries; fails on a difference. */
export const reproduceCommand: Command = {
  words: 'reproduce',
  usage: 'jianye-2010',
  takes: 1,
  options: { at: { type: 'string' }, json: { type: 'boolean' } },
  async run(call) {
    const texts = reproduceMessages[call.lang];
    const [name = ''] = call.words;
    if (name !== 'jianye-2010') throw new WrongUse(texts.unknown(name));
    const { at } = call.options;
    const day = typeof at === 'string' ? parseDate(at) : plainDateOf(PUBLISHED);
    if (isRefusal(day)) throw new WrongUse(texts.badDay);
    const opened = await openWorld(await call.worldVariables(), { program: 'cli', log: silentLog });
    try {
      if (!(await isDemoLoaded(opened.world))) {
        call.say(texts.noArchive);
        return 1;
      }
      const lines = await reproduce(opened.world, day);
      if (call.options['json'] === true) call.say(JSON.stringify(lines, null, 2));
      else {
        call.say(texts.title(day));
        for (const row of tableOf(lines, texts)) call.say(row);
        const off = lines.filter(({ verdict }) => verdict === 'differs').length;
        call.say(off === 0 ? texts.agree : texts.differ(off));
      }
      return agrees(lines) ? 0 : 1;
    } finally {
      await opened.close();
    }
  },
};

function tableOf(
  lines: readonly ReproducedLine[],
  texts: (typeof reproduceMessages)['zh'],
): string[] {
  const { figure, article, computed, verdict } = texts.heads;
  const rows = [
    [figure, article, computed, verdict],
    ...lines.map((line) => [
      textOf(texts.figures, line.figure),
      line.article,
      line.computed,
      texts.verdicts[line.verdict],
    ]),
  ];
  const widths = [0, 1, 2].map((n) => Math.max(...rows.map((row) => widthOf(row[n] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, n) => cell + ' '.repeat(Math.max(0, (widths[n] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  );
}

/** Chinese characters stand two columns wide on a terminal. */
const widthOf = (text: string) =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
