import { expect, it } from 'vitest';
import { changesIn, countsIn, isSeen } from './import-report.ts';

it('reads a job’s facts kind by kind, and knows what an import does not count', () => {
  const facts = { 'areas.added': 3, 'areas.changed': 1, 'areas.unchanged': 2, 'polygons.added': 0 };
  const counts = countsIn(facts, ['areas', 'polygons']);
  expect(counts).toEqual([
    { record: 'areas', added: 3, changed: 1, unchanged: 2, refused: null },
    { record: 'polygons', added: 0, changed: null, unchanged: 0, refused: null },
  ]);
  expect(changesIn(counts)).toBe(4);
  expect(counts.map(isSeen)).toEqual([true, false]);
  expect(countsIn({ 'matters.refused': 2 }, ['matters']).map(isSeen)).toEqual([true]);
});
