import { z } from 'zod';
import { importEndpoint } from '#kernel/imports/imports.contract.ts';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';
import { EDUCATIONS } from '#modules/people/pure.ts';
import { ORIGINS } from './appointments/appointment.types.ts';
import { ORGANISATION_CODE, ORGANISATION_KINDS } from './organisations/organisation.types.ts';

const date = z.iso.date();
const areaCode = z.string().regex(/^\d{12}$/);
const organisationCode = z.string().regex(ORGANISATION_CODE);
const kind = z.enum(ORGANISATION_KINDS);

export const holderView = z
  .object({
    name: z.string(),
    post: z.string(),
    postTitle: z.object({ zh: z.string(), en: z.string() }),
    origin: z.enum(ORIGINS),
    civilServant: z.boolean(),
    from: date,
    to: date.nullable(),
  })
  .meta({ id: 'OfficeHolder' });

export const bodyView = z
  .object({
    code: organisationCode,
    kind,
    name: z.string(),
    nameEn: z.string().nullable(),
    area: areaCode,
    parent: organisationCode.nullable(),
    /** The body it counts as; a station's group counts as its station. */
    root: organisationCode,
    telephone: z.string().nullable(),
    address: z.string().nullable(),
    officeHours: z.string().nullable(),
    officeHoursEn: z.string().nullable(),
    duties: z.string().nullable(),
    dutiesEn: z.string().nullable(),
    affairs: z.array(z.string()),
    from: date,
    to: date.nullable(),
    holders: z.array(holderView),
  })
  .meta({ id: 'Body' });

export const treeEntryView = z
  .object({
    code: organisationCode,
    kind,
    name: z.string(),
    nameEn: z.string().nullable(),
    area: areaCode,
    parent: organisationCode.nullable(),
  })
  .meta({ id: 'BodyInTree' });

const share = z.object({ count: z.int(), of: z.int() });

export const listBodiesEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/bodies',
  summary: 'The bodies of one area on a day with everybody in office; today when no date is given',
  query: z.object({ area: areaCode, date: date.optional() }),
  reply: z.object({ date, bodies: z.array(bodyView) }),
});

export const bodyHistoryEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/bodies/{id}/history',
  summary: 'Every name, parent and office holder of one body, by its code',
  params: z.object({ id: organisationCode }),
  reply: z.object({
    code: organisationCode,
    kind,
    area: areaCode,
    from: date,
    to: date.nullable(),
    versions: z.array(
      z.object({
        name: z.string(),
        nameEn: z.string().nullable(),
        parent: z
          .object({ code: organisationCode, name: z.string(), nameEn: z.string().nullable() })
          .nullable(),
        from: date,
        to: date.nullable(),
      }),
    ),
    holders: z.array(holderView),
  }),
});

export const bodiesTreeEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/trees/bodies',
  summary:
    'All bodies of the district on a day as entries with their parent; the Party has a tree of its own',
  query: z.object({
    date: date.optional(),
    tree: z.enum(['territory', 'party']).default('territory'),
  }),
  reply: z.object({
    date,
    areas: z.array(
      z.object({
        code: areaCode,
        name: z.string(),
        nameEn: z.string().nullable(),
        parent: areaCode.nullable(),
      }),
    ),
    bodies: z.array(treeEntryView),
  }),
});

export const secretariesReportEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/reports/secretaries',
  summary:
    'Community Party secretaries on a day: number, mean age, share up to 35, education, each with its count',
  query: z.object({ date: date.optional() }),
  reply: z.object({
    date,
    filled: share,
    meanAge: z.number().nullable(),
    agesKnown: z.int(),
    upTo35: share,
    educations: z.array(z.object({ education: z.enum(EDUCATIONS), share })),
    bachelorOrHigher: share,
    postgraduates: share,
  }),
});

const format = z.object({ format: z.enum(['csv', 'xlsx']).default('csv') });

export const exportOrganisationsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/exports/organisations',
  summary:
    'Every name and parent of every organisation as CSV or XLSX, in the form the import reads',
  query: format,
  reply: z.unknown(),
});

export const exportAppointmentsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/exports/appointments',
  summary:
    'Every appointment with its person as CSV or XLSX, in the form the import reads; personal data, so journaled',
  query: format,
  reply: z.unknown(),
});

export const importBodiesEndpoint = importEndpoint(
  'bodies',
  'Imports organisations and appointments (CSV, XLSX), sent as files named so',
);
