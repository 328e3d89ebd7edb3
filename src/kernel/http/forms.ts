import type { z } from 'zod';
import { type FieldFault, invalid } from '#kernel/pure/errors.ts';

export type FormResult<T> =
  | { readonly value: T; readonly faults: null }
  | { readonly value: null; readonly faults: readonly FieldFault[] };

/** Field name → text, or texts where the name ends in '[]' or comes more than once. Files are left out. */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    const only = texts[0];
    if (only === undefined) continue;
    fields[name] = texts.length === 1 && !name.endsWith('[]') ? only : texts;
  }
  return fields;
}

/** Reads a form by its contract's schema: the values, or one fault per field whose code a message catalogue knows. */
export function readForm<S extends z.ZodType>(schema: S, form: FormData): FormResult<z.output<S>> {
  const result = schema.safeParse(fieldsOf(form));
  if (result.success) return { value: result.data, faults: null };
  return { value: null, faults: faultsOf(result.error) };
}

/** As `readForm` for values that are already apart: parameters, queries, JSON. Throws `invalid`. */
export function parseOrThrow(schema: unknown, value: unknown): unknown {
  const result = (schema as z.ZodType).safeParse(value);
  if (!result.success) throw invalid(faultsOf(result.error));
  return result.data;
}

/** A schema's own message, written as a code ('too_long'), wins over zod's kind of issue. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    if (!faults.has(field))
      faults.set(field, {
        field,
        code: /^[a-z_]+$/.test(issue.message) ? issue.message : codeOf(issue),
      });
  }
  return [...faults.values()];
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required';
  return issue.code;
}
