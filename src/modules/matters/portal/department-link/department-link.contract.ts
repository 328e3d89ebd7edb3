import { z } from 'zod';

export const answerForm = z.object({
  answer: z.string().trim().min(1, 'answer_missing').max(2000, 'too_long'),
  private: z.string().trim().max(2000, 'too_long').default(''),
  result: z.enum(['done', 'cannot']).default('done'),
});

export const returnForm = z.object({
  reason: z.string().trim().min(1, 'reason_missing').max(500, 'too_long'),
});
