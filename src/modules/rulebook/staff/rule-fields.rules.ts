// A rule's form is drawn from the JSON schema of its numbers, so a new code needs no form of its own.

/** The part of JSON Schema that rules use. */
export type JsonSchema = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
};

export type RuleField = {
  readonly key: string;
  /** May be left out as a whole; then it is null. */
  readonly optional: boolean;
} & (
  | { readonly kind: 'number'; readonly whole: boolean; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'yes_no' }
  | { readonly kind: 'text' }
  | { readonly kind: 'group'; readonly fields: readonly RuleField[] }
  | { readonly kind: 'list'; readonly fields: readonly RuleField[] }
);

/** The fields of a rule, in the order of its schema. */
export function fieldsOf(schema: JsonSchema): RuleField[] {
  return fieldsIn(schema, schema.$defs ?? {});
}

type Defs = Readonly<Record<string, JsonSchema>>;

function fieldsIn(schema: JsonSchema, defs: Defs): RuleField[] {
  return Object.entries(resolve(schema, defs).properties ?? {}).map(([key, part]) =>
    fieldOf(key, part, defs),
  );
}

function resolve(schema: JsonSchema, defs: Defs): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (defs[name] ?? schema);
}

function fieldOf(key: string, given: JsonSchema, defs: Defs): RuleField {
  const some = given.anyOf?.find((one) => one.type !== 'null');
  const base = { key, optional: some !== undefined };
  const schema = resolve(some ?? given, defs);
  if (schema.enum) return { ...base, kind: 'choice', choices: schema.enum.map(String) };
  switch (schema.type) {
    case 'object':
      return { ...base, kind: 'group', fields: fieldsIn(schema, defs) };
    case 'array':
      return { ...base, kind: 'list', fields: fieldsIn(schema.items ?? {}, defs) };
    case 'boolean':
      return { ...base, kind: 'yes_no' };
    case 'integer':
    case 'number':
      return {
        ...base,
        kind: 'number',
        whole: schema.type === 'integer',
        min: schema.minimum ?? 0,
        max: schema.maximum ?? Number.MAX_SAFE_INTEGER,
      };
    default:
      return { ...base, kind: 'text' };
  }
}

type Values = Readonly<Record<string, unknown>>;

/** What a form holds, made whole: an optional part that was not filled in is null, a box never ticked is no. */
export function completed(fields: readonly RuleField[], values: Values): Values {
  return Object.fromEntries(
    fields.map((field) => [field.key, completedOne(field, values[field.key])]),
  );
}

function completedOne(field: RuleField, value: unknown): unknown {
  if (field.kind === 'yes_no') return value === true;
  if (value === undefined || value === null) return field.optional ? null : value;
  if (field.kind === 'group') return completed(field.fields, value as Values);
  if (field.kind === 'list' && Array.isArray(value))
    return value.map((one: Values) => completed(field.fields, one ?? {}));
  return value;
}
