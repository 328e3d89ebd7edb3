import type { DateRefusal } from './dates.ts';
import type { CreditCodeRefusal, PhoneRefusal } from './identifiers.ts';
import { defineMessages } from './messages.ts';
import type { MoneyRefusal } from './money.ts';
import type { NumberRefusal } from './numbers.ts';
import type { MoveRefusal } from './transitions.ts';

type Code = (
  | CreditCodeRefusal
  | DateRefusal
  | MoneyRefusal
  | MoveRefusal
  | NumberRefusal
  | PhoneRefusal
)['refused'];

const zh = {
  date_empty: '请填写日期',
  date_unreadable: '看不懂这个日期，请写成 2010-12-09 这样',
  date_impossible: '没有这一天，请核对日期',
  number_empty: '请填写编号',
  number_has_letters: '编号里只有数字，请核对',
  number_length: '编号一共 11 位数字，请核对位数',
  number_mistyped: '编号有一位不对，或者相邻两位写反了，请核对',
  money_empty: '请填写金额',
  money_unreadable: '看不懂这个金额，请写成 1234.50 这样，单位是元',
  money_below_fen: '金额最多精确到分',
  money_too_large: '金额太大，请核对',
  credit_code_length: '统一社会信用代码一共 18 位，请核对',
  credit_code_letters: '统一社会信用代码里没有 I、O、S、V、Z 和其他符号，请核对',
  credit_code_mistyped: '统一社会信用代码的校验位不对，请核对',
  organisation_code_mistyped: '代码里的组织机构代码校验位不对，请核对',
  phone_empty: '请填写电话号码',
  phone_unreadable: '看不懂这个电话号码，请填手机号，或区号加座机号',
  no_such_move: '现在的状态下不能这样办',
  move_is_ambiguous: '请选择要到哪一步',
} as const satisfies Record<Code, string>;

/** What is wrong with a field, in words; the codes are those that the readers in kernel/pure refuse with. */
export const fieldMessages = defineMessages(zh, {
  date_empty: 'Enter a date',
  date_unreadable: 'Enter the date like 2010-12-09',
  date_impossible: 'There is no such day: check the date',
  number_empty: 'Enter the number',
  number_has_letters: 'The number has digits only: check it',
  number_length: 'The number has 11 digits: check how many you typed',
  number_mistyped: 'One digit is wrong, or two neighbours are swapped: check the number',
  money_empty: 'Enter an amount',
  money_unreadable: 'Enter the amount in yuan, like 1234.50',
  money_below_fen: 'An amount has two decimals at most',
  money_too_large: 'The amount is too large: check it',
  credit_code_length: 'A unified social credit code has 18 characters: check it',
  credit_code_letters: 'A unified social credit code has no I, O, S, V, Z and no signs: check it',
  credit_code_mistyped: 'The last character does not fit the rest: check the code',
  organisation_code_mistyped: 'The organisation code inside does not fit: check the code',
  phone_empty: 'Enter a telephone number',
  phone_unreadable: 'Enter a mobile number, or an area code and a number',
  no_such_move: 'This can’t be done in the present state',
  move_is_ambiguous: 'Choose which step comes next',
});
