import type { Db } from '#kernel/db/client.ts';
import { publicScope, scopeOf } from '#kernel/db/scope.ts';
import { type ApiRoute, defineDownload, defineRoute } from '#kernel/http/route.ts';
import { importRoute } from '#kernel/imports/import.routes.ts';
import { EVERY_AREA } from '#kernel/pure/area.ts';
import { dateOf, type PlainDate } from '#kernel/pure/dates.ts';
import { notFound } from '#kernel/pure/errors.ts';
import { tableReply } from '#kernel/tabular/tabular.ts';
import type { World } from '#kernel/world.ts';
import { peopleMessages } from '#modules/people/index.ts';
import { englishAreaName, findArea, listAreas } from '#modules/territory/index.ts';
import { holdersOfAll, listPastHolders } from './appointments/appointments.queries.ts';
import {
  bodiesTreeEndpoint,
  bodyHistoryEndpoint,
  exportAppointmentsEndpoint,
  exportOrganisationsEndpoint,
  listBodiesEndpoint,
  secretariesReportEndpoint,
} from './bodies.contract.ts';
import { bodiesMessages } from './bodies.messages.ts';
import { bodyViewOf, codesOf, holderViewOf, treeEntryOf } from './bodies.views.ts';
import { appointmentColumns, organisationColumns } from './exports/bodies.columns.ts';
import { listOrganisationsOut } from './exports/bodies.report.queries.ts';
import { exportAppointments } from './exports/export-appointments.ts';
import { bodiesImport } from './imports/bodies-import.jobs.ts';
import { isOfParty } from './organisations/organisation.rules.ts';
import {
  bodiesOf,
  findIdentity,
  findOrganisation,
  listIdentities,
  listOrganisations,
  listOrganisationVersions,
} from './organisations/organisations.queries.ts';
import { secretariesReport } from './reports/secretaries-report.ts';

const dayOf = (world: World, given: string | undefined): PlainDate =>
  (given as PlainDate | undefined) ?? dateOf(world.clock.now());

/** Each name with the superior's name as it was when this one began. */
async function versionViews(db: Db, organisationId: string) {
  const views = [];
  for (const version of await listOrganisationVersions(db, organisationId)) {
    const { name, nameEn, parentId, validFrom, validTo } = version;
    const parent = parentId === null ? undefined : await findOrganisation(db, parentId, validFrom);
    views.push({ name, nameEn, parent: parent ?? null, from: validFrom, to: validTo });
  }
  return views;
}

// Who holds a public office is public knowledge.
const open = { face: 'public', capability: null } as const;

export const bodiesApi: readonly ApiRoute[] = [
  defineRoute(listBodiesEndpoint, {
    ...open,
    sample: (fixture) => ({ query: { area: fixture('area.community') } }),
    async handle({ world, query }) {
      const date = dayOf(world, query.date);
      return world.database.withReadScope(publicScope, async (db) => {
        const area = await findArea(db, query.area, date);
        if (!area) throw notFound('area_unknown');
        const bodies = await bodiesOf(db, query.area, date);
        const ids = bodies.map((one) => one.id);
        const holders = await holdersOfAll(db, ids, date);
        const codeOf = codesOf(await listIdentities(db));
        return { date, bodies: bodies.map((one) => bodyViewOf(one, holders, codeOf, area)) };
      });
    },
  }),
  defineRoute(bodyHistoryEndpoint, {
    ...open,
    sample: (fixture) => ({ params: { id: fixture('organisation.station') } }),
    async handle({ world, params }) {
      return world.database.withReadScope(publicScope, async (db) => {
        const identity = await findIdentity(db, params.id);
        if (!identity) throw notFound('organisation_unknown');
        return {
          code: identity.code,
          kind: identity.kind,
          area: identity.area,
          from: identity.validFrom,
          to: identity.validTo,
          versions: await versionViews(db, identity.id),
          holders: (await listPastHolders(db, identity.id)).map(holderViewOf),
        };
      });
    },
  }),
  defineRoute(bodiesTreeEndpoint, {
    ...open,
    sample: () => ({}),
    async handle({ world, query }) {
      const date = dayOf(world, query.date);
      return world.database.withReadScope(publicScope, async (db) => {
        const all = await listOrganisations(db, date);
        const shown = all.filter((one) => isOfParty(one.kind) === (query.tree === 'party'));
        // The community's Party committee leads the other two, so it stands among the bodies of its area too.
        const led =
          query.tree === 'party' ? [] : all.filter((one) => one.kind === 'PARTY_COMMITTEE');
        const codeOf = codesOf(all);
        const areas = await listAreas(db, date);
        const areaOf = new Map(areas.map((area) => [area.code, area]));
        const entries = [...led, ...shown].map((one) =>
          treeEntryOf(one, codeOf, areaOf.get(one.area)),
        );
        const named = areas.map((area) => ({ ...area, nameEn: englishAreaName(area) }));
        return { date, areas: query.tree === 'party' ? [] : named, bodies: entries };
      });
    },
  }),
  defineRoute(secretariesReportEndpoint, {
    face: 'staff',
    capability: 'bodies.read',
    sample: () => ({}),
    async handle({ world, actor, query }) {
      const date = dayOf(world, query.date);
      const report = await world.database.withReadScope(scopeOf(actor), (db) =>
        secretariesReport(db, date, actor.area),
      );
      return { ...report, educations: [...report.educations] };
    },
  }),
  defineDownload(exportOrganisationsEndpoint, {
    face: 'staff',
    capability: 'bodies.read',
    sample: () => ({}),
    async handle({ world, query, lang }) {
      const words = bodiesMessages[lang];
      const rows = await world.database.withReadScope(publicScope, (db) =>
        listOrganisationsOut(db, EVERY_AREA),
      );
      return tableReply(query.format, words.files.organisations, organisationColumns(words), rows);
    },
  }),
  defineDownload(exportAppointmentsEndpoint, {
    face: 'staff',
    capability: 'bodies.import',
    sample: () => ({}),
    async handle({ world, actor, query, lang }) {
      const words = bodiesMessages[lang];
      const rows = await exportAppointments(world, actor);
      const columns = appointmentColumns(words, peopleMessages[lang]);
      return tableReply(query.format, words.files.appointments, columns, rows);
    },
  }),
  importRoute(bodiesImport),
];
