import { z } from 'zod';

/** What the figures count by: every number of a dashboard is a queue with some of these. */
export const recordsOfFigures = {
  /** First and last day, both counted. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Which day the period is about. */
  by: z.enum(['received', 'closed']).default('received'),
  outcome: z
    .enum([
      'solved_quick',
      'solved_later',
      'unsolved',
      'unconfirmed',
      'answered',
      'open',
      'elsewhere',
    ])
    .optional(),
  onTime: z.enum(['yes', 'no']).optional(),
  rating: z.coerce.number().int().min(1).max(5).optional(),
};
