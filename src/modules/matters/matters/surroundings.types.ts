import type { Body } from './matter.types.ts';

/** The bodies around a matter's place that may look, approve or judge. A village has no three bodies. */
export type Surroundings = {
  readonly station: Body | null;
  readonly residents: Body | null;
  readonly party: Body | null;
  readonly subdistrict: Body | null;
  readonly command: Body | null;
  readonly callPool: Body | null;
};
