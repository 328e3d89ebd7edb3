import type { PlainDate } from '#kernel/pure/dates.ts';
import type { Area } from '#modules/territory/pure.ts';
import type { Appointment } from '../appointments/appointment.types.ts';
import type { Organisation } from '../organisations/organisation.types.ts';

/** A body with those in office, as shown to the public. */
export type BodyShown = {
  readonly organisation: Organisation;
  readonly holders: readonly Appointment[];
  readonly parts: readonly BodyShown[];
};

/** Who is who in one community or village on a day. */
export type WhoIsWho = {
  readonly area: Area;
  readonly date: PlainDate;
  /** The three bodies in their order, those that exist; villages have none. */
  readonly bodies: readonly BodyShown[];
  /** The subdistrict office that leads the station, where it is known. */
  readonly office: Organisation | null;
};
