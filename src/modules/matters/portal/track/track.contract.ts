import { z } from 'zod';

export const trackForm = z.object({
  number: z.string().trim().max(30).default(''),
  code: z.string().trim().max(20).default(''),
});

const grade = z.coerce.number().int().min(1).max(5);

/** 'Solved or not', with the one optional grade: an unchosen grade is an absent field. */
export const wordForm = z.object({
  solved: z.enum(['yes', 'no'], 'choose'),
  rating: grade.optional(),
});
export const ratingForm = z.object({ rating: grade });
