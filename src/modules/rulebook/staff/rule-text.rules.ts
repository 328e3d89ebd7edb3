// A rule's numbers in words, part by part, as the settings show them.
export type Words = {
  readonly fields: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  readonly none: string;
};

type Part = readonly [string, string];

/** Each number with its name; a duration is one part, a list one part with its items after another. */
export function partsOf(params: Readonly<Record<string, unknown>>, words: Words): Part[] {
  return Object.entries(params).map(([key, value]) => [
    words.fields[key] ?? key,
    textOfValue(value, words),
  ]);
}

function textOfValue(value: unknown, words: Words): string {
  if (value === null || value === undefined) return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map((one) => textOfValue(one, words)).join('；');
  if (typeof value === 'object') return textOfGroup(value as Record<string, unknown>, words);
  return words.choices[String(value)] ?? String(value);
}

function textOfGroup(group: Readonly<Record<string, unknown>>, words: Words): string {
  const { amount, unit, rollForward, from, to } = group;
  if (from !== undefined && to !== undefined) return `${String(from)}–${String(to)}`;
  if (amount !== undefined) {
    const length = `${String(amount)} ${textOfValue(unit, words)}`;
    return rollForward === true ? `${length} (${words.fields['rollForward'] ?? ''})` : length;
  }
  return partsOf(group, words)
    .map(([name, text]) => `${name} ${text}`)
    .join(' → ');
}
