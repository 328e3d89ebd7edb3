import { z } from 'zod';

const next = z.string().max(300).default('/mine');

export const signInQuery = z.object({ next: next.optional() });

export const telephoneForm = z.object({
  telephone: z.string().trim().min(1, 'required').max(20, 'telephone_unreadable'),
  next,
});

export const codeForm = z.object({
  code: z
    .string()
    .transform((code) => code.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'code_unfit')),
  next,
});
