// What can be imported from the workbench, and how the faults of an import go into a file.

export type ImportKind = 'territory' | 'bodies';

export type ImportList = {
  readonly file: 'areas' | 'buildings' | 'polygons' | 'organisations' | 'appointments';
  readonly accept: string;
  /** The same list as it stands now: shows the columns, and may be changed and sent back. */
  readonly example: string | null;
};

const TABLES = '.csv,.xlsx';

/** In the order in which one builds on another. */
export const IMPORT_KINDS: Readonly<
  Record<
    ImportKind,
    { readonly verb: string; readonly path: string; readonly lists: readonly ImportList[] }
  >
> = {
  territory: {
    verb: 'territory.import',
    path: '/api/v1/imports/territory',
    lists: [
      { file: 'areas', accept: TABLES, example: '/api/v1/exports/areas?format=xlsx' },
      { file: 'buildings', accept: TABLES, example: null },
      { file: 'polygons', accept: '.geojson,.json', example: null },
    ],
  },
  bodies: {
    verb: 'bodies.import',
    path: '/api/v1/imports/bodies',
    lists: [
      {
        file: 'organisations',
        accept: TABLES,
        example: '/api/v1/exports/organisations?format=xlsx',
      },
      { file: 'appointments', accept: TABLES, example: '/api/v1/exports/appointments?format=xlsx' },
    ],
  },
};

export type Tally = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
};
export type ImportFault = {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
};
export type ImportReport = {
  readonly dryRun: boolean;
  readonly tallies: readonly (readonly [string, Tally])[];
  readonly faults: readonly ImportFault[];
};

/** The answers of all imports have one shape: a tally for each kind of record, and the faults. */
export function reportOf(answer: Readonly<Record<string, unknown>>): ImportReport {
  const { dryRun, faults, ...rest } = answer;
  return {
    dryRun: dryRun === true,
    tallies: Object.entries(rest) as [string, Tally][],
    faults: (faults ?? []) as ImportFault[],
  };
}

/** Records that an import adds or changes. */
export function changesIn({ tallies }: ImportReport): number {
  return tallies.reduce((sum, [, tally]) => sum + tally.added + tally.changed, 0);
}

const FORMULA = /^[=+\-@\t\r]/;

/** A cell of a CSV file. What somebody typed must not become a formula where the file is opened. */
function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Rows as CSV with a byte order mark, by which a spreadsheet knows the encoding. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
