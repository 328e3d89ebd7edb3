import type { WorkbenchModule } from '#kernel/workbench/module.ts';
import { territoryMessages } from './territory.messages.ts';

const { zh, en } = territoryMessages;
const both = (key: keyof typeof zh.import) => ({ zh: zh.import[key], en: en.import[key] });
const file = (
  field: keyof typeof zh.files,
  format: 'table' | 'geojson',
  example: string | null,
) => ({
  field,
  label: { zh: zh.files[field], en: en.files[field] },
  format,
  example,
});

export const workbench: WorkbenchModule = {
  pages: [],
  imports: [
    {
      name: 'territory',
      verb: 'territory.import',
      order: 10,
      label: both('label'),
      hint: both('hint'),
      files: [
        file('areas', 'table', '/api/v1/exports/areas?format=xlsx'),
        file('buildings', 'table', null),
        file('polygons', 'geojson', null),
      ],
      records: {
        areas: both('areas'),
        polygons: both('polygons'),
        grids: both('grids'),
        estates: both('estates'),
        buildings: both('buildings'),
        stairwells: both('stairwells'),
      },
    },
  ],
};
