import { defineMessages } from '#kernel/pure/messages.ts';

/** What the mechanisms are called that can be switched on; a new one goes by its code until it stands here. */
export const mechanismMessages = defineMessages(
  {
    'community.three_bodies': '一委一居一站',
    'matter.loop': '诉求闭环',
    opinion_express: '意见直通车',
  },
  {
    'community.three_bodies': 'One committee, one residents’ committee, one station',
    'matter.loop': 'The closed loop of matters',
    opinion_express: 'Opinion Express',
  },
);
