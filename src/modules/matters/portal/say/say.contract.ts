import { z } from 'zod';

/** Step 1: what and where. The codes are keys of the say catalogue's faults. */
export const whatForm = z.object({
  kind: z.enum(['problem', 'suggestion', 'consultation', 'elsewhere']).default('problem'),
  category: z.string().max(40).default('auto'),
  words: z
    .string()
    .trim()
    .refine((text) => [...text].length <= 2000, 'words_too_long')
    .default(''),
  building: z.union([z.uuid(), z.literal('')]).default(''),
  place: z.string().trim().max(200, 'place_too_long').default(''),
});
export type What = z.output<typeof whatForm>;

/** Step 2: how to reach the reporter, and whether everybody may read it. */
export const contactForm = z.object({
  telephone: z.string().trim().max(30, 'telephone_unreadable').default(''),
  name: z.string().trim().max(60, 'name_too_long').default(''),
  of: z.string().trim().max(60, 'name_too_long').default(''),
  relation: z.string().trim().max(40, 'name_too_long').default(''),
  publish: z.enum(['yes', 'no']),
});

export const meTooForm = z.object({ number: z.string().regex(/^\d{11}$/) });
