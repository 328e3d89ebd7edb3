import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const TABLES = 'tables';
export const FILES = 'files';
export const KEYS = 'keys.enc';

const table = z.object({
  /** 'rows' or 'auth': schemas are named anew where the backup is restored under another short name. */
  part: z.enum(['rows', 'auth']),
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
  columns: z.array(z.string()),
  rows: z.number().int(),
  /** Of the uncompressed COPY text, rows in the order of the primary key. */
  sha256: z.string(),
});

const manifest = z.object({
  format: z.literal(FORMAT),
  district: z.string(),
  createdAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  seal: z.object({ sealNo: z.number(), lastSeq: z.number(), head: z.string() }),
  /** Journal rows that committed after the seal and before the snapshot. */
  unsealed: z.number().int(),
  tables: z.array(table),
  /** Statements that make the accounts' tables. */
  accounts: z.array(z.string()),
  files: z.object({
    count: z.number().int(),
    bytes: z.number().int(),
    /** Files with a row whose bytes were not in the store. */
    missing: z.array(z.string()),
  }),
  hasKeys: z.boolean(),
});

/** What a backup holds and how to check it; written last, so that a backup without one is not whole. */
export type Manifest = z.infer<typeof manifest>;
export type TableRecord = z.infer<typeof table>;

/** Reads and checks the manifest of a backup's folder; says plainly why a folder is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((cause) => {
    throw new Error(`${folder} holds no whole backup: ${MANIFEST} is missing`, { cause });
  });
  const parsed = manifest.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error(`${folder} was written in a form this Linli does not read`, {
      cause: parsed.error,
    });
  return parsed.data;
}

export function tableFile(table: Pick<TableRecord, 'part' | 'name'>): string {
  return join(TABLES, `${table.part}.${table.name}.copy.gz`);
}
