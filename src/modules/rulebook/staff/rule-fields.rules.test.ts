import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_RULE_SETS } from '../rule-sets/defaults.ts';
import { ruleCodes, ruleSchemas } from '../rule-sets/rule-set.contract.ts';
import { completed, fieldsOf, type JsonSchema, type RuleField } from './rule-fields.rules.ts';

const drawn = (code: (typeof ruleCodes)[number]) =>
  fieldsOf(z.toJSONSchema(ruleSchemas[code], { io: 'input' }) as JsonSchema);
const every = (fields: readonly RuleField[]): RuleField[] =>
  fields.flatMap((field) => [field, ...('fields' in field ? every(field.fields) : [])]);

describe('the form of a rule', () => {
  it.each(ruleCodes)('%s has a field for each of its numbers', (code) => {
    const fields = every(drawn(code));
    expect(fields.length).toBeGreaterThan(0);
    const groups = fields.filter((field) => field.kind === 'group' || field.kind === 'list');
    for (const group of groups) expect('fields' in group && group.fields.length).toBeTruthy();
  });

  it('gives a duration its unit and amount, and lets a second clock be left out', () => {
    expect(drawn('matter.deadline')).toMatchObject([
      { key: 'fix', kind: 'group', optional: false },
      {
        key: 'makeSafe',
        optional: true,
        fields: [
          { key: 'amount', kind: 'number', whole: true, min: 1, max: 3650 },
          { key: 'unit', kind: 'choice' },
          { key: 'rollForward', kind: 'yes_no' },
        ],
      },
    ]);
  });

  it.each(DEFAULT_RULE_SETS.map((set) => [`${set.code} ${set.subject}`, set] as const))(
    'gives %s back as it was',
    (_, set) => {
      expect(completed(drawn(set.code), set.params)).toEqual(set.params);
    },
  );
});
