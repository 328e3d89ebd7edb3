// The life of a notice: written, hung, put right, taken down, or over by its own date.
import { lifeCycle } from '#kernel/pure/transitions.ts';

export const noticeLife = lifeCycle({
  states: ['DRAFT', 'PUBLISHED', 'WITHDRAWN', 'EXPIRED'],
  initial: 'DRAFT',
  final: ['WITHDRAWN', 'EXPIRED'],
  table: [
    { from: 'DRAFT', verb: 'edit', to: 'DRAFT', capability: 'notice.write', needs: ['seen'] },
    {
      from: 'DRAFT',
      verb: 'publish',
      to: 'PUBLISHED',
      capability: 'notice.publish',
      needs: ['seen', 'days_ahead'],
    },
    { from: 'DRAFT', verb: 'withdraw', to: 'WITHDRAWN', capability: 'notice.write', needs: [] },
    { from: 'PUBLISHED', verb: 'appear', to: 'PUBLISHED', capability: 'system', needs: [] },
    {
      from: 'PUBLISHED',
      verb: 'correct',
      to: 'PUBLISHED',
      capability: 'notice.publish',
      needs: ['seen', 'days_ahead', 'reason'],
    },
    {
      from: 'PUBLISHED',
      verb: 'withdraw',
      to: 'WITHDRAWN',
      capability: 'notice.publish',
      needs: ['reason'],
    },
    { from: 'PUBLISHED', verb: 'expire', to: 'EXPIRED', capability: 'system', needs: [] },
  ],
});

export type NoticeMove = (typeof noticeLife.table)[number];
export type NoticeVerb = NoticeMove['verb'];
