import type { Around, Cells } from './planted-stories.ts';

/** A way to spoil a matter that is otherwise good: its rows, which of them is wrong, in which column, and why. */
export type Kind = {
  readonly column: string;
  readonly code: string;
  /** The wrong row, counted from the matter's first. */
  readonly row: number;
  readonly spoil: (rows: readonly Cells[], around: Around) => readonly Cells[];
  /** A workbook cannot hold it. */
  readonly onlyText?: boolean;
};

/** Changes the receipt; what follows is left away, so that one thing is wrong and not two. */
const receiptWith =
  (cells: Cells): Kind['spoil'] =>
  ([receipt]) => [{ ...receipt, ...cells }];
/** The receipt and one more row at the same moment, by the station. */
const then =
  (event: string, cells: Cells = {}): Kind['spoil'] =>
  ([receipt = {}], { station }) => {
    const { external = '', at = '' } = receipt;
    return [receipt, { external, at, event, body: station, ...cells }];
  };
const first = (column: string, code: string, cells: Cells): Kind => ({
  column,
  code,
  row: 0,
  spoil: receiptWith(cells),
});
const second = (column: string, code: string, spoil: Kind['spoil']): Kind => ({
  column,
  code,
  row: 1,
  spoil,
});

/** Twenty-five kinds of faults: of cells, of rows, of what rows say of one another, and of what the rules refuse. */
export const KINDS: readonly Kind[] = [
  first('原编号', 'code_malformed', { external: '编号 1' }),
  first('时间', 'cell_empty', { at: '' }),
  first('时间', 'date_impossible', { at: '2025-02-30 10:00' }),
  first('时间', 'date_unreadable', { at: '前天' }),
  first('时间', 'in_the_future', { at: '2150-01-01 09:00' }),
  first('类别', 'category_unknown', { category: 'moon' }),
  first('区划代码', 'code_malformed', { area: '3201' }),
  first('区划代码', 'area_unknown', { area: '320105909199' }),
  first('联系电话', 'phone_unreadable', { telephone: '12' }),
  first('内容', 'missing_for_event', { words: '' }),
  first('内容', 'text_too_long', { words: '长'.repeat(2001) }),
  { ...first('内容', 'control_character', { words: '坏\u0007字' }), onlyText: true },
  first('经度', 'point_incomplete', { lng: '118.7' }),
  first('经度', 'number_out_of_range', { lng: '3', lat: '32' }),
  first('楼栋编码', 'building_unknown', { building: 'X999' }),
  first('热线编号', 'missing_for_event', { source: 'hotline', hotline: '', hotlineDue: '' }),
  second('评分', 'number_unreadable', then('say_solved', { rating: '很好' })),
  second('事件', 'choice_unknown', then('close')),
  second('事件', 'received_twice', ([row = {}]) => [row, row]),
  second('事件', 'no_such_task', then('accept')),
  second('时间', 'events_out_of_order', then('withdraw', { at: '2025-03-01 09:00' })),
  second('办理单位编码', 'body_unknown', then('take', { body: 'NOBODY' })),
  second('并入编号', 'parent_unknown', then('merge', { parent: 'none' })),
  second('其他渠道', 'missing_for_event', then('redirect', { words: '请打110' })),
  {
    column: '事件',
    code: 'receive_missing',
    row: 0,
    spoil: ([row = {}]) => {
      const { external = '', at = '' } = row;
      return [{ external, at, event: 'withdraw' }];
    },
  },
];
