import { expect, test } from 'vitest';
import { placeOf } from './matter-shown.rules.ts';

test.each([
  [['怡园社区', '怡园西苑 21幢', '怡园西苑21幢'], '怡园社区 · 怡园西苑 21幢'],
  [['怡园社区', '怡园西苑 21幢', '北门外的路灯'], '怡园社区 · 怡园西苑 21幢 · 北门外的路灯'],
  [['怡园社区', '', ''], '怡园社区'],
  [['怡园社区', '', '怡园社区'], '怡园社区'],
])('the parts %j read %s', (parts, place) => {
  expect(placeOf(parts)).toBe(place);
});
