import { expect, it } from 'vitest';
import { presetReceiver } from '../modules/matters/intake/receivers.rules.ts';
import { DEFAULT_RULE_SETS } from '../modules/rulebook/rule-sets/defaults.ts';
import { DEPARTMENTS, POWER_OVER } from './departments.ts';
import { DISTRICT } from './places.ts';

const departments = DEPARTMENTS.map((one) => ({ ...one, id: one.code, area: DISTRICT.code }));

it.each(Object.entries(POWER_OVER))(
  'a whistle about %s goes first to the department that holds the power',
  (category, [first]) => {
    const rule = DEFAULT_RULE_SETS.find(
      ({ code, subject }) => code === 'matter.whistle' && subject === category,
    );
    expect(rule?.params).toBeDefined();
    const { department = null } = (rule?.params ?? {}) as { department?: string };
    expect(presetReceiver(departments, department)).toBe(first);
  },
);
