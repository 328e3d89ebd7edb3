import { z } from 'zod';
import { defineEndpoint } from '#kernel/pure/endpoint.ts';

export const switchRolloutBody = z
  .object({
    mechanism: z.string().regex(/^[a-z][a-z_.]{1,59}$/, 'mechanism_unreadable'),
    area: z.string().regex(/^\d{12}$/, 'area_unreadable'),
    validFrom: z.iso.date(),
    isOn: z.boolean(),
    decision: z.string().min(1).max(200),
  })
  .meta({ id: 'SwitchRollout' });
export type SwitchRollout = z.output<typeof switchRolloutBody>;

export const rolloutReply = switchRolloutBody.extend({ id: z.uuid() }).meta({ id: 'Rollout' });

export const listRolloutsEndpoint = defineEndpoint({
  method: 'get',
  path: '/api/v1/rulebook/rollouts',
  summary: 'Where each mechanism was switched on or off, and since when',
  reply: z.object({ rollouts: z.array(rolloutReply) }),
});

export const switchRolloutEndpoint = defineEndpoint({
  method: 'post',
  path: '/api/v1/rulebook/rollouts',
  summary: 'Switch a mechanism on or off in an area from a day on',
  body: switchRolloutBody,
  reply: rolloutReply,
});
