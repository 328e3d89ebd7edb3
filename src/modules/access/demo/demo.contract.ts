import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

const words = z.object({ zh: z.string(), en: z.string() });

const demoAccount = z
  .object({
    role: words,
    username: z.string(),
    password: z.string(),
    totpSecret: z.string(),
    area: words,
  })
  .meta({ id: 'DemoAccount' });

export const listDemo = defineEndpoint({
  method: 'get',
  path: '/api/v1/demo/accounts',
  summary: 'The demo’s sign-ins, told only on the machine it runs on',
  reply: z.object({ items: z.array(demoAccount) }),
});

export const signInToDemo = defineEndpoint({
  method: 'post',
  path: '/api/v1/demo/sign-in',
  summary: 'Sign in to the demo with one click',
  body: z.object({ username: z.string().max(40) }),
  reply: z.object({ username: z.string() }),
});
