import { z } from 'zod';

/** Texts that staff write; the codes are keys of the matters catalogue. */
const text = (most = 2000) => z.string().trim().min(1, 'required').max(most, 'too_long');
const id = z.uuid('unknown_id');
const task = { task: id };
const reason = { reason: text(500) };

/** What each verb needs. The verbs are those of the life cycles; each is a resource below a matter. */
export const commandSchemas = {
  take: z.object({}),
  offer: z.object({
    to: id,
    reason: z.string().trim().max(500, 'too_long').nullable().default(null),
    isLead: z.boolean().default(true),
  }),
  whistle: z.object({ to: id, lacks: z.enum(['power', 'money']), reason: text(500) }),
  accept: z.object(task),
  return: z.object({ ...task, ...reason }),
  overrule: z.object({ ...task, ...reason }),
  reoffer: z.object({ ...task, to: id }),
  finish: z.object({
    ...task,
    result: z.enum(['done', 'cannot']),
    answerPublic: text(),
    answerPrivate: z.string().trim().max(2000, 'too_long').nullable().default(null),
    madeSafeAt: z.iso.datetime({ offset: true }).nullable().default(null),
  }),
  propose_suspension: z.object({ ...task, ...reason, reviewOn: z.iso.date('date_unreadable') }),
  suspend: z.object(task),
  resume: z.object(task),
  propose_extension: z.object({ ...task, ...reason }),
  extend: z.object(task),
  cancel: z.object({ ...task, ...reason }),
  renew_link: z.object(task),
  withdraw_link: z.object(task),
  reject: z.object(reason),
  redirect: z.object({
    ...reason,
    channel: z.enum(['emergency', 'confidential_report', 'petition', 'court', 'other']),
  }),
  urge: z.object({
    /** A late offer; without one it is the whole overdue matter. */
    task: id.nullable().default(null),
    reason: z.string().trim().max(500, 'too_long').nullable().default(null),
  }),
  merge: z.object({ parent: text(20) }),
  answer: z.object({ text: text() }),
  decide: z.object({ decision: z.enum(['ADOPTED', 'PARTLY', 'NOT_ADOPTED']), text: text() }),
  find: z.object({
    check: id,
    finding: z.enum([
      'fixed',
      'not_fixed',
      'solved',
      'not_solved',
      'unreachable',
      'refused',
      'settled',
      'not_settled',
      'approved',
      'denied',
      'upheld',
      'not_upheld',
    ]),
    note: z.string().trim().max(1000, 'too_long').nullable().default(null),
  }),
} as const;

export type CommandVerb = keyof typeof commandSchemas;
export type CommandOf<V extends CommandVerb> = z.output<(typeof commandSchemas)[V]>;

/** The resource a verb makes: POST /api/v1/matters/{number}/{resource}. */
export const COMMAND_RESOURCES: Readonly<Record<CommandVerb, string>> = {
  take: 'takings',
  offer: 'offers',
  whistle: 'whistles',
  accept: 'acceptances',
  return: 'returns',
  overrule: 'overrulings',
  reoffer: 'new-offers',
  finish: 'answers',
  propose_suspension: 'suspension-proposals',
  suspend: 'suspensions',
  resume: 'resumptions',
  propose_extension: 'extension-proposals',
  extend: 'extensions',
  cancel: 'cancellations',
  renew_link: 'link-renewals',
  withdraw_link: 'link-withdrawals',
  reject: 'rejections',
  redirect: 'redirections',
  urge: 'urgings',
  merge: 'merges',
  answer: 'replies',
  decide: 'decisions',
  find: 'findings',
};

const ID = '00000000-0000-7000-8000-000000000000';
const WHY = { reason: '不在职责清单内' };

/** A body for each verb that its schema takes; checks that walk all routes send them. */
export const COMMAND_SAMPLES: { readonly [V in CommandVerb]: z.input<(typeof commandSchemas)[V]> } =
  {
    take: {},
    offer: { to: ID },
    whistle: { to: ID, lacks: 'power', reason: '路灯由城管局管理' },
    accept: { task: ID },
    return: { task: ID, ...WHY },
    overrule: { task: ID, ...WHY },
    reoffer: { task: ID, to: ID },
    finish: { task: ID, result: 'done', answerPublic: '已更换灯泡。' },
    propose_suspension: { task: ID, reason: '等待配件', reviewOn: '2026-12-01' },
    suspend: { task: ID },
    resume: { task: ID },
    propose_extension: { task: ID, reason: '雨天不能铺路' },
    extend: { task: ID },
    cancel: { task: ID, ...WHY },
    renew_link: { task: ID },
    withdraw_link: { task: ID },
    reject: WHY,
    redirect: { ...WHY, channel: 'petition' },
    urge: { reason: '请今天答复反映人' },
    merge: { parent: '26000000000' },
    answer: { text: '周一至周五九点到十七点半。' },
    decide: { decision: 'ADOPTED', text: '下月实施。' },
    find: { check: ID, finding: 'fixed' },
  };
