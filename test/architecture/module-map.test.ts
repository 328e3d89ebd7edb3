import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOfMap, type ModuleMap } from '../../scripts/checks/module-map.ts';

const root = resolve(import.meta.dirname, '../..');
const map = JSON.parse(readFileSync(resolve(root, 'docs/module-map.json'), 'utf8')) as ModuleMap;
const modules = resolve(root, 'src/modules');
const folders = existsSync(modules)
  ? readdirSync(modules, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
  : [];

describe('the module map', () => {
  it('draws every module, knows no stranger and has no circle', () => {
    expect(faultsOfMap(map, folders)).toEqual([]);
  });

  it('would notice a folder that is not drawn', () => {
    expect(faultsOfMap({ people: [] }, ['people', 'polls'])).toEqual([
      'src/modules/polls is not on docs/module-map.json',
    ]);
  });

  it('would notice a stranger', () => {
    expect(faultsOfMap({ people: ['lands'] }, [])).toEqual([
      'people may know lands, which is not on the map',
    ]);
  });

  it('would notice a circle', () => {
    const circular = { a: ['b'], b: ['c'], c: ['b'] };
    expect(faultsOfMap(circular, [])).toEqual(['a circle: b → c → b']);
  });
});
