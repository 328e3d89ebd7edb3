import { type RowFault, readTable, readWhole, type TableSource } from '#kernel/tabular/tabular.ts';
import { appointmentsSheet, organisationsSheet } from './bodies.sheets.ts';
import type { BodiesFault, BodiesFile } from './bodies-import.types.ts';
import type { BodiesRows } from './import-bodies.ts';

/** Reads lists of organisations and of office holders, CSV or XLSX. Unreadable rows become faults. */
export async function readBodiesFiles(
  files: Readonly<Partial<Record<BodiesFile, TableSource>>>,
): Promise<BodiesRows> {
  const organisations =
    files.organisations &&
    (await readWhole(organisationsSheet, await readTable(files.organisations)));
  const appointments =
    files.appointments && (await readWhole(appointmentsSheet, await readTable(files.appointments)));
  const of = (file: BodiesFile, faults: readonly RowFault[] = []): BodiesFault[] =>
    faults.map((fault) => ({ file, ...fault }));
  return {
    ...(organisations && { organisations: organisations.rows }),
    ...(appointments && { appointments: appointments.rows }),
    faults: [
      ...of('organisations', organisations?.faults),
      ...of('appointments', appointments?.faults),
    ],
  };
}
