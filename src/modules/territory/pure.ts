export { hasThreeBodies, kindOfCode, treeOf } from './areas/area.rules.ts';
export {
  AREA_KINDS,
  type Area,
  type AreaKind,
  type AreaNode,
  type AreaShape,
  CRS,
  type Crs,
  type Geometry,
  type Point,
  type Position,
} from './areas/area.types.ts';
export { contains, convert, metresBetween } from './areas/geometry.rules.ts';
export { holdsOn, type Period, placeVersion } from './areas/versions.rules.ts';
export {
  BUILDING_CODE,
  type Building,
  type Estate,
  placeName,
  type Stairwell,
  type UnitGrid,
} from './buildings/building.types.ts';
export { makeStairwellCode, parseStairwellCode } from './buildings/stairwell-code.rules.ts';
