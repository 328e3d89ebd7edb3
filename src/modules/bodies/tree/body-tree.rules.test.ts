import { describe, expect, it } from 'vitest';
import {
  areaBodyTree,
  type BodyEntry,
  bodiesNamed,
  bodyTree,
  leadsTo,
  type TreeNode,
} from './body-tree.rules.ts';

const area = (code: string, parent: string | null) => ({ code, name: code, nameEn: null, parent });
const body = (code: string, of: string, parent: string | null = null): BodyEntry => ({
  ...area(code, parent),
  kind: 'SERVICE_STATION',
  area: of,
});
const drawn = (nodes: readonly TreeNode[]): unknown =>
  nodes.map((one) => [
    one.key,
    one.count,
    ...(one.children.length > 0 ? [drawn(one.children)] : []),
  ]);

describe('the tree', () => {
  it('by area holds each area’s own bodies, though their superior lies elsewhere', () => {
    const areas = [area('D', null), area('S', 'D'), area('C', 'S')];
    const bodies = [
      body('office', 'S'),
      body('station', 'C', 'office'),
      body('group', 'C', 'station'),
    ];
    expect(drawn(areaBodyTree(areas, bodies))).toEqual([
      [
        'area D',
        3,
        [
          [
            'area S',
            3,
            [
              ['area C', 2, [['station', 2, [['group', 1]]]]],
              ['office', 1],
            ],
          ],
        ],
      ],
    ]);
  });

  it('stands open at the areas that one’s own lies in, and nowhere else', () => {
    const [district, subdistrict, community, other] = [
      '320105000000',
      '320105902000',
      '320105902001',
      '320105902002',
    ];
    const areas = [
      area(district, null),
      area(subdistrict, district),
      area(community, subdistrict),
      area(other, subdistrict),
    ];
    const [whole] = areaBodyTree(areas, [body('station', community)]);
    const below = whole?.children[0];
    const open = [whole, below, ...(below?.children ?? [])].map((one) =>
      one === undefined ? null : leadsTo(one, community),
    );
    expect(open).toEqual([true, true, true, false]);
    expect(below && leadsTo(below, null)).toBe(false);
  });

  it('of the Party goes by who leads whom', () => {
    const bodies = [
      body('committee', 'D'),
      body('branch', 'C', 'committee'),
      body('orphan', 'C', 'gone'),
    ];
    expect(drawn(bodyTree(bodies))).toEqual([
      ['committee', 2, [['branch', 1]]],
      ['orphan', 1],
    ]);
  });

  it('is searched by part of a name, whatever its case', () => {
    const list = [{ ...body('X1', 'C'), name: '怡园社区党委', nameEn: 'Yiyuan Party committee' }];
    expect(
      [bodiesNamed(list, '怡园'), bodiesNamed(list, ' yiyuan'), bodiesNamed(list, '兴隆')].map(
        (found) => found.length,
      ),
    ).toEqual([1, 1, 0]);
  });
});
