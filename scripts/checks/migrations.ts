const NAME = /^\d{12}-[a-z]+(-[a-z0-9]+)+\.sql$/;
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\bcreate\s+(or\s+replace\s+)?(constraint\s+)?trigger\b/i, why: 'no triggers' },
  { pattern: /\bmerge\s+into\b/i, why: 'no MERGE: use ON CONFLICT' },
  { pattern: /\bset_config\s*\(/i, why: 'no set_config: SET LOCAL alone travels to a shard' },
  {
    pattern: /\bnow\s*\(\)|\bcurrent_(timestamp|date)\b/i,
    why: 'no now(): time comes from the clock',
  },
  {
    pattern: /\bvarchar\b|\btimestamp\b(?!tz)|\bserial\b|\bbigserial\b/i,
    why: 'text, timestamptz, uuid',
  },
];
const MAX_CONSTRAINT_NAME = 50;

/** What is wrong with one migration: its name, its first sentence, or a statement that Citus or the clock forbids. */
export function faultsOfMigration(name: string, text: string): string[] {
  const faults: string[] = [];
  if (!NAME.test(name)) faults.push(`${name}: is not named YYYYMMDDHHMM-verb-noun.sql`);
  if (!/^-- \S.{20,}/.test(text))
    faults.push(`${name}: must open with a sentence a council clerk understands`);
  const sql = text.replace(/--.*$/gm, '');
  for (const { pattern, why } of FORBIDDEN) {
    if (pattern.test(sql)) faults.push(`${name}: ${why}`);
  }
  for (const [, constraint = ''] of sql.matchAll(/\bconstraint\s+"?([a-z0-9_]+)"?/gi)) {
    if (constraint.length > MAX_CONSTRAINT_NAME) {
      faults.push(
        `${name}: constraint ${constraint} is longer than ${MAX_CONSTRAINT_NAME} characters`,
      );
    }
  }
  return faults;
}

/** Two migrations of one minute have no order. */
export function faultsOfOrder(names: readonly string[]): string[] {
  const minutes = names.map((name) => name.slice(0, 12));
  return minutes
    .filter((minute, index) => minutes.indexOf(minute) !== index)
    .map((minute) => `two migrations are of the minute ${minute}`);
}
