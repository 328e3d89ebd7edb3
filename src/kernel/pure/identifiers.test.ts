import { describe, expect, it } from 'vitest';
import {
  creditCodeCheck,
  maskPhone,
  organisationCodeCheck,
  parseCreditCode,
  parsePhone,
} from './identifiers.ts';

describe('unified social credit codes', () => {
  it.each(['91350100M000100Y43', '54999999MJ000000XQ', '55999999MJ000000XM'])('%s fits', (code) => {
    expect(parseCreditCode(code)).toBe(code);
    expect(parseCreditCode(` ${code.toLowerCase()} `)).toBe(code);
  });

  it('computes both check characters', () => {
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
    expect(organisationCodeCheck('D2143569')).toBe('X');
    expect(organisationCodeCheck('M000100Y')).toBe('4');
    expect(organisationCodeCheck('MJ000000')).toBe('X');
  });

  it.each([
    ['91350100M000100Y4', 'credit_code_length'],
    ['91350100I000100Y43', 'credit_code_letters'],
    ['91350100M000100Y44', 'credit_code_mistyped'],
    ['19350100M000100Y43', 'credit_code_mistyped'],
    [`91350100M000100Y5${creditCodeCheck('91350100M000100Y5')}`, 'organisation_code_mistyped'],
  ])('%s is refused: %s', (code, refused) => {
    expect(parseCreditCode(code)).toMatchObject({ refused });
  });
});

describe('telephone numbers', () => {
  it.each([
    ['138 0013 8000', 'mobile', '+8613800138000'],
    ['+86 138-0013-8000', 'mobile', '+8613800138000'],
    ['１３８００１３８０００', 'mobile', '+8613800138000'],
    ['(025) 8666 0000', 'landline', '+862586660000'],
    ['86660000', 'landline', '+862586660000'],
    ['010-66660000', 'landline', '+861066660000'],
    ['0511-8666000', 'landline', '+865118666000'],
    ['110', 'short', '110'],
    ['12345', 'short', '12345'],
  ])('%s is a %s', (given, kind, number) => {
    expect(parsePhone(given)).toEqual({ kind, number });
  });

  it.each([
    ['', 'phone_empty'],
    ['12800138000', 'phone_unreadable'],
    ['100 0000 0001', 'phone_unreadable'],
    ['1380013800', 'phone_unreadable'],
    ['hello', 'phone_unreadable'],
  ])('%s is refused: %s', (given, refused) => {
    expect(parsePhone(given)).toEqual({ refused });
  });

  it('invented ones only where the district admits them', () => {
    expect(parsePhone('100 0000 0001', { testNumbers: true })).toEqual({
      kind: 'test',
      number: '10000000001',
    });
  });

  it('are masked in the middle', () => {
    expect(maskPhone('+8613800138000')).toBe('138****8000');
    expect(maskPhone('12345')).toBe('12345');
  });
});
