import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '#kernel/pure/dates.ts';
import { refusalToAppointment } from './appointments/appointment.rules.ts';
import {
  isPrimaryPartyOrganisation,
  organisationForest,
  refusalToOrganisation,
} from './organisations/organisation.rules.ts';
import {
  ORGANISATION_KINDS,
  type Organisation,
  type OrganisationKind,
} from './organisations/organisation.types.ts';
import { AFFAIR_GROUPS, AFFAIRS, affairNamed } from './reference/affairs.types.ts';
import { postNamed } from './reference/posts.types.ts';
import { reportSecretaries } from './reports/secretaries.rules.ts';

const d = plainDateOf;
const HERE = '320105901001';

describe('the catalogue', () => {
  it('has 22 affairs in groups of 8, 6 and 8, each named once in both languages', () => {
    expect(AFFAIR_GROUPS.map((group) => group.affairs.length)).toEqual([8, 6, 8]);
    expect(new Set(AFFAIRS.flatMap((affair) => [affair.zh, affair.code])).size).toBe(44);
    expect(affairNamed('低保')?.code).toBe('dibao');
  });

  it('knows a post by code and by title, and none of another kind', () => {
    expect(postNamed('SERVICE_STATION', '站长')?.code).toBe('station_head');
    expect(postNamed('RESIDENTS_COMMITTEE', '站长')).toBeUndefined();
  });
});

describe('where an organisation may stand', () => {
  const at = (kind: OrganisationKind, area = HERE) => ({ kind, area, affairs: [] });
  it.each([
    [null, at('PARTY_COMMITTEE'), at('PARTY_WORKING_COMMITTEE'), 'community'],
    [null, at('STATION_GROUP'), at('SERVICE_STATION'), 'community'],
    [null, at('PARTY_BRANCH'), at('PARTY_COMMITTEE'), 'village'],
    [null, at('DISTRICT_COMMITTEE'), null, 'district'],
    [null, at('DEPARTMENT'), null, 'district'],
    ['body_needs_community', at('SERVICE_STATION'), null, 'village'],
    ['body_needs_community', at('RESIDENTS_COMMITTEE'), null, 'subdistrict'],
    ['parent_missing', at('STATION_GROUP'), null, 'community'],
    ['parent_missing', at('PARTY_BRANCH'), null, 'community'],
    ['parent_wrong_kind', at('STATION_GROUP'), at('RESIDENTS_COMMITTEE'), 'community'],
    ['parent_wrong_kind', at('PARTY_COMMITTEE'), at('PARTY_BRANCH'), 'community'],
    ['parent_wrong_kind', at('PARTY_BRANCH'), at('SUBDISTRICT_OFFICE'), 'community'],
    ['parent_wrong_kind', at('SERVICE_STATION'), at('PARTY_COMMITTEE'), 'community'],
    ['parent_other_area', at('STATION_GROUP'), at('SERVICE_STATION', '320105901002'), 'community'],
    ['affairs_of_groups_only', { ...at('SERVICE_STATION'), affairs: ['dibao'] }, null, 'community'],
  ] as const)('%s', (code, given, parent, areaKind) => {
    expect(refusalToOrganisation(given, parent, areaKind)?.refused ?? null).toBe(code);
  });

  it('primary Party organisations are committees, general branches and branches', () => {
    expect(ORGANISATION_KINDS.filter(isPrimaryPartyOrganisation)).toEqual([
      'PARTY_COMMITTEE',
      'UNIT_PARTY_COMMITTEE',
      'PARTY_GENERAL_BRANCH',
      'PARTY_BRANCH',
    ]);
  });

  it('a forest keeps every organisation once', () => {
    const one = (id: number, parent: number) =>
      ({ id: `${id}`, parentId: parent < id ? `${parent}` : null }) as Organisation;
    const count = (nodes: readonly { children: readonly unknown[] }[]): number =>
      nodes.reduce((sum, node) => sum + 1 + count(node.children as typeof nodes), 0);
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 30 }), (parents) => {
        expect(count(organisationForest(parents.map((parent, id) => one(id, parent))))).toBe(
          parents.length,
        );
      }),
    );
  });
});

describe('who may hold a post', () => {
  const given = {
    postCode: 'station_head',
    origin: 'dispatched',
    civilServant: true,
    grids: [],
    validFrom: d('2009-04-01'),
    validTo: null,
  } as const;
  it.each([
    [null, 'SERVICE_STATION', {}],
    ['station_head_is_civil_servant', 'SERVICE_STATION', { civilServant: false }],
    [null, 'SERVICE_STATION', { postCode: 'clerk', civilServant: false, origin: 'recruited' }],
    [null, 'RESIDENTS_COMMITTEE', { postCode: 'director', origin: 'elected' }],
    ['residents_committee_is_elected', 'RESIDENTS_COMMITTEE', { postCode: 'director' }],
    ['post_unknown', 'RESIDENTS_COMMITTEE', {}],
    ['period_backwards', 'SERVICE_STATION', { validTo: d('2009-04-01') }],
    ['grids_of_workers_only', 'SERVICE_STATION', { grids: ['G1'] }],
    [null, 'SERVICE_STATION', { postCode: 'household_worker', grids: ['G1'] }],
  ] as const)('%s: %s', (code, kind, over) => {
    expect(refusalToAppointment(kind, { ...given, ...over })?.refused ?? null).toBe(code);
  });
});

describe('the report on secretaries', () => {
  const date = d('2010-12-09');
  const born = (year: number) => d(`${year}-12-09`);

  it('counts full years: 35 on the day is young, 36 is not', () => {
    const report = reportSecretaries(
      [
        { birthDate: born(1975), education: '10' },
        { birthDate: d('1974-12-09'), education: '20' },
        { birthDate: d('1960-01-01'), education: '30' },
        { birthDate: null, education: null },
      ],
      5,
      date,
    );
    expect(report).toMatchObject({
      filled: { count: 4, of: 5 },
      meanAge: 40.3,
      agesKnown: 3,
      upTo35: { count: 1, of: 3 },
      bachelorOrHigher: { count: 2, of: 3 },
      postgraduates: { count: 1, of: 3 },
    });
    expect(report.educations.reduce((sum, one) => sum + one.share.count, 0)).toBe(3);
  });

  it('rounds the mean half up in whole numbers', () => {
    const ages = (...years: number[]) =>
      reportSecretaries(
        years.map((age) => ({ birthDate: born(2010 - age), education: null })),
        years.length,
        date,
      ).meanAge;
    expect([
      ages(40, 41),
      ages(...Array(19).fill(43), 44),
      ages(),
      ages(46, 46, 46, 46, 47),
    ]).toEqual([40.5, 43.1, null, 46.2]);
  });
});
