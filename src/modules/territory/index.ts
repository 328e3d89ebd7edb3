export { areaName, englishAreaName, type NamedArea } from './areas/area-name.ts';
export { findArea, listAllVersions, listAreas, listShapes } from './areas/areas.queries.ts';
export { areaTree, communityAt, getArea } from './areas/find-area.ts';
export { knownAreas } from './areas/known-areas.ts';
export {
  buildingsOf,
  findBuilding,
  findBuildingById,
  findStairwell,
  gridsOf,
  nearestBuilding,
  stairwellsOf,
} from './buildings/buildings.queries.ts';
export { importTerritory, type TerritoryRows } from './imports/import-territory.ts';
export { readTerritoryFiles } from './imports/read-territory-files.ts';
export type { TerritoryFault, TerritoryReport } from './imports/territory-import.types.ts';
export * from './pure.ts';
export { territoryMessages } from './territory.messages.ts';
