import type pg from 'pg';
import type { Installation } from '../../bench/installation.ts';
import type { Launched } from './launcher.ts';

/** What every part of the soak works on. */
export type Soak = Pick<Installation, 'dataDir' | 'environment'> & {
  readonly launched: Launched;
  readonly owner: pg.Pool;
  readonly cookie: string;
  /** A folder for files, outside the installation. */
  readonly scratch: string;
};

export type Finding = {
  readonly what: string;
  readonly found: string;
  readonly wanted: string;
  readonly holds: boolean;
};

/** A count that must be one certain number. */
export function exactly(what: string, found: number | string, wanted: number | string): Finding {
  return { what, found: String(found), wanted: String(wanted), holds: found === wanted };
}

/** Something told for its own sake. */
export function told(what: string, found: string): Finding {
  return { what, found, wanted: '–', holds: true };
}

export function tableOf(findings: readonly Finding[]): string {
  const line = ({ what, found, wanted, holds }: Finding) =>
    `| ${what} | ${found} | ${wanted} | ${holds ? 'holds' : 'fails'} |`;
  return ['| what | found | wanted | |', '| --- | --- | --- | --- |', ...findings.map(line)].join(
    '\n',
  );
}
