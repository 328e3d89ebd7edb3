import { expect, test } from 'vitest';
import { findCategory } from '../../reference/categories.ts';
import { guessCategory, soundsUrgent, UNSORTED } from './guess-category.rules.ts';

test.each([
  ['三号楼门口的路灯不亮。', 'street_light'],
  ['二单元门口的路灯不亮。', 'street_light'],
  ['北门的灯坏了。', 'street_light'],
  ['楼梯灯坏了三天，老人晚上下楼看不清，差点摔倒。', 'property_management'],
  ['The stairwell light has been out for a week.', 'property_management'],
  ['楼道里堆了旧沙发。', 'stairwell_clutter'],
  ['地砖松动，老人走路要绊倒。', 'other'],
  ['隔壁独居老人三天没出门了。', 'elderly_care'],
  ['母亲八十六岁，想申请助餐。', 'elderly_care'],
])('%s is sorted as %s', (words, category) => {
  expect(guessCategory(words)).toBe(category);
  expect(findCategory(category)).toBeDefined();
});

test('what cannot be sorted is still a category, and never the mark of an open choice', () => {
  expect(guessCategory('')).toBe('other');
  expect(findCategory(UNSORTED)).toBeUndefined();
});

test('danger now is noticed, a broken lamp is not danger', () => {
  expect(soundsUrgent('楼下着火了')).toBe(true);
  expect(soundsUrgent('路灯不亮')).toBe(false);
});
