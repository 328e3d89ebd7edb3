import { join } from 'node:path';
import { communities } from '../../bench/district.ts';
import { KINDS } from '../imports/planted-kinds.ts';
import { type Planted, type PlantedFormat, writePlanted } from '../imports/planted-sheet.ts';
import { killImport, type Ran, runImport } from '../imports/run-import.ts';
import { countAll, countCameIn, whatCameIn } from '../imports/what-came-in.ts';
import { exactly, type Finding, type Soak, told } from './finding.ts';
import { truthOf } from './truth.ts';

const FAULTS = 200;
/** What the importing process may take at once, whatever the size of the file. */
const PEAK_MB = 300;
/** A file five times as long may take this much more: heaps breathe. */
const GROWTH = 1.2;

const arounds = communities.map((area) => ({
  area,
  station: `S${area.slice(6)}`,
  residents: `R${area.slice(6)}`,
  office: `O${area.slice(6, 9)}000`,
}));

type Sheet = { readonly file: string; readonly prefix: string; readonly planted: Planted[] };

/**
 * Past matters with planted faults in both formats: a fifth of the size for its memory, then the whole. The CSV runs
 * through; the workbook is killed half-way and started again. Both must end with the same rows.
 */
export async function plantedImports(soak: Soak, matters: number): Promise<Finding[]> {
  const { owner, scratch, environment } = soak;
  const good = matters - FAULTS;
  const fifth = Math.floor(matters / 5);
  const write = async (format: PlantedFormat, prefix: string, size: number): Promise<Sheet> => {
    const file = join(scratch, `${prefix}.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
    const wanted = { seed: 20_101_209, matters: size, faults: FAULTS, prefix, arounds };
    return { file, prefix, planted: await writePlanted(file, format, wanted) };
  };
  const run = async ({ file }: Sheet, what: string) => {
    const ran = await runImport(environment, file);
    console.log(`soak: ${what}: ${ran.seconds.toFixed(0)} s, ${ran.peak.toFixed(0)} MB at most`);
    return ran;
  };
  const shortList = await run(await write('gb18030', 'c', fifth), 'short GB18030');
  const shortBook = await run(await write('xlsx', 'x', fifth), 'short XLSX');
  const list = await write('gb18030', 'C', matters);
  const book = await write('xlsx', 'X', matters);

  const whole = await run(list, 'GB18030');
  await killImport(environment, book.file, async () => (await countCameIn(owner, 'X')) > good / 2);
  const half = await countCameIn(owner, 'X');
  const rest = await run(book, `XLSX after a kill at ${half}`);
  const [fromList, fromBook] = [await whatCameIn(owner, 'C'), await whatCameIn(owner, 'X')];
  const before = await countAll(owner);
  const again = [await run(list, 'GB18030 again'), await run(book, 'XLSX again')];
  const truth = await truthOf(environment);
  const size = `${matters} matters, ${FAULTS} planted faults of ${KINDS.length} kinds`;
  return [
    told(`import of ${size}: GB18030`, speedOf(whole, matters)),
    told('XLSX, killed (SIGKILL) half-way: matters in by then', String(half)),
    exactly('GB18030: good matters in', fromList.matters, good),
    exactly('XLSX: good matters in', fromBook.matters, good),
    exactly('GB18030: faults told as planted', agreeing(whole, list), FAULTS),
    exactly('XLSX: faults told as planted', agreeing(rest, book), FAULTS),
    exactly('GB18030: other faults told', whole.faults.length - agreeing(whole, list), 0),
    exactly('XLSX: other faults told', rest.faults.length - agreeing(rest, book), 0),
    exactly('both formats end with the same rows', short(fromBook.digest), short(fromList.digest)),
    exactly(
      'the same files once more import',
      again.map(({ imported }) => imported).join(' and '),
      '0 and 0',
    ),
    exactly(
      'the same files once more: tables that differ',
      (await countAll(owner)) === before ? 0 : 1,
      0,
    ),
    ...memory('GB18030', shortList, whole, fifth, matters),
    ...memory('XLSX', shortBook, rest, fifth, matters),
    exactly('planted imports: counters that differ from their records', truth.differences, 0),
    exactly('planted imports: faults in the journal', truth.journalFaults, 0),
  ];
}

const short = (digest: string) => digest.slice(0, 12);

const speedOf = ({ seconds }: Ran, matters: number) =>
  `${seconds.toFixed(0)} s, ${(matters / seconds).toFixed(0)} matters a second`;

/** How many of the planted faults were told by line, column and reason. */
function agreeing(ran: Ran, { planted }: Sheet): number {
  const plain = ({ line, column, code }: Planted) => `${line} ${column} ${code}`;
  const said = new Set(ran.faults.map(plain));
  return planted.filter((fault) => said.has(plain(fault))).length;
}

function memory(format: string, short: Ran, long: Ran, few: number, many: number): Finding[] {
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  const growth = long.peak / short.peak;
  return [
    {
      what: `${format}: most memory of the import of ${many} matters`,
      found: mb(long.peak),
      wanted: `≤ ${mb(PEAK_MB)}`,
      holds: long.peak > 0 && long.peak <= PEAK_MB,
    },
    {
      what: `${format}: that memory to the import of ${few}`,
      found: `${growth.toFixed(2)} × ${mb(short.peak)}`,
      wanted: `≤ ${GROWTH} ×`,
      holds: growth <= GROWTH,
    },
  ];
}
