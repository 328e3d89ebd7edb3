import { describe, expect, it } from 'vitest';
import { presetReceiver, type Receiver } from './receivers.rules.ts';

const body = (code: string, kind: string, name: string, area = '320105000000'): Receiver => ({
  id: `id of ${code}`,
  code,
  kind,
  name,
  area,
});

const BODIES = [
  body('BM01', 'DEPARTMENT', '区城市管理局'),
  body('BM03', 'DEPARTMENT', '区水务局'),
  body('ZH01', 'COMMAND_CENTRE', '区指挥中心'),
  body('FW01', 'SERVICE_CENTRE', '水务便民中心'),
  body('JD901', 'SUBDISTRICT_OFFICE', '江湾街道办事处', '320105901000'),
];

describe('a whistle goes first', () => {
  it.each([
    ['to the department of a code', 'BM03', 'BM03'],
    ['to the department whose name has these words', '城市管理', 'BM01'],
    ['to a department and no other kind of the same words', '水务', 'BM03'],
    ['to the office next above where no department is named', null, 'JD901'],
    ['to the office next above where an empty field was published', '  ', 'JD901'],
    ['to the office next above where the district has no such department', '海事', 'JD901'],
  ])('%s', (_, department, code) => {
    expect(presetReceiver(BODIES, department)).toBe(`id of ${code}`);
  });

  it('to an office of the district before a department where there is no subdistrict, and to nobody where nobody is', () => {
    expect(presetReceiver(BODIES.slice(0, 3), null)).toBe('id of ZH01');
    expect(presetReceiver([], '城市管理')).toBeNull();
  });
});
