import { expect, it } from 'vitest';
import { DEFAULT_RULE_SETS } from '../rule-sets/defaults.ts';
import { partsOf } from './rule-text.rules.ts';
import { settingsMessages } from './settings.messages.ts';

const wordsOf = (language: 'zh' | 'en') => {
  const { fields, choices, rules } = settingsMessages[language];
  return { fields, choices, ...rules };
};
const textsOf = (code: string, subject = '*', language: 'zh' | 'en' = 'en') => {
  const set = DEFAULT_RULE_SETS.find((one) => one.code === code && one.subject === subject);
  return partsOf(set?.params ?? {}, wordsOf(language)).map(([, text]) => text);
};

it.each([
  ['matter.deadline', '*', ['7 working days', 'none']],
  ['matter.deadline', 'lift', ['3 working days', '1 hours round the clock']],
  ['office.hours', '*', ['09:00–12:00；13:30–17:30']],
  [
    'matter.escalation',
    '*',
    [
      'Days overdue 0 → To community；Days overdue 3 → To subdistrict；Days overdue 7 → To district',
    ],
  ],
  ['matter.publication', '*', ['yes', 'no', 'no', 'no']],
])('%s of %s reads %j', (code, subject, texts) => {
  expect(textsOf(code, subject)).toEqual(texts);
});

it('every number of every rule has a name in both languages', () => {
  for (const language of ['zh', 'en'] as const)
    for (const { params } of DEFAULT_RULE_SETS)
      for (const key of Object.keys(params))
        expect(settingsMessages[language].fields).toHaveProperty([key]);
});
