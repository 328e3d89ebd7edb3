/** A rule's expected "no": a literal code and the facts its sentence needs. Texts live in message catalogues. */
export type Refusal<Code extends string = string> = {
  readonly refused: Code;
  readonly facts?: Readonly<Record<string, string | number>>;
};

export function refuse<Code extends string>(
  refused: Code,
  facts?: Readonly<Record<string, string | number>>,
): Refusal<Code> {
  return facts === undefined ? { refused } : { refused, facts };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
