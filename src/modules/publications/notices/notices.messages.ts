import { defineMessages } from '#kernel/pure/messages.ts';
import type { MoveRefusal } from '#kernel/pure/transitions.ts';
import type { NoticeVerb } from './life-cycle.rules.ts';
import type { Line, NoticeState } from './notice.types.ts';
import type { DaysRefusal } from './notice-days.rules.ts';

const zhLines = {
  party: '党务',
  residents: '居务',
  government: '政务',
} as const satisfies Record<Line, string>;

const zhStates = {
  DRAFT: '草稿',
  PUBLISHED: '已发布',
  WITHDRAWN: '已撤下',
  EXPIRED: '已到期',
} as const satisfies Record<NoticeState, string>;

const zhVerbs = {
  edit: '修改',
  publish: '发布',
  correct: '更正',
  withdraw: '撤下',
  appear: '开始展示',
  expire: '到期',
} as const satisfies Record<NoticeVerb, string>;

const zhCodes = {
  first_day_past: '开始展示的日子已经过去，请选今天或以后',
  last_day_past: '最后一天已经过去，请选今天或以后',
  last_day_before_first: '最后一天不能早于开始展示的日子',
  nothing_corrected: '内容没有改动。请先改好，再提交更正',
  markup_not_allowed: '公告只写文字，不能带网页代码。请删去尖括号里的内容',
  identity_number: '这里有像身份证号码的数字。公告里不能写任何人的身份证号码',
  unreadable_characters: '这里有看不见的控制字符，请删去后重新输入',
  one_line: '标题只写一行',
  too_long: '写得太长，请缩短',
  required: '请填写这一项',
  area_unreadable: '请选择张贴的地方',
  area_unknown: '没有这个地方，或者不在您的范围里',
  notice_unknown: '没有找到这条公告',
  number_taken: '没能编上号，请再试一次',
  no_such_move: '这条公告现在的状态下不能这样办',
  move_is_ambiguous: '请选择要到哪一步',
  idempotency_key_reused: '这份表单已经提交过别的内容，请刷新后重填',
} as const satisfies Record<(DaysRefusal | MoveRefusal)['refused'], string> &
  Record<string, string>;

const zhKinds = {
  DISTRICT_COMMITTEE: '区委',
  PARTY_WORKING_COMMITTEE: '党工委',
  PARTY_COMMITTEE: '党委',
  RESIDENTS_COMMITTEE: '居民委员会',
  SERVICE_STATION: '管理服务站',
  STATION_GROUP: '管理服务站',
  SUBDISTRICT_OFFICE: '办事处',
  COMMAND_CENTRE: '指挥中心',
  SUPERVISION_CENTRE: '监督中心',
  DISTRICT_OFFICE: '区级机关',
  DEPARTMENT: '区级部门',
} as const;

/** Words of notices that portal, workbench, feed and files share. */
export const noticeMessages = defineMessages(
  {
    lines: zhLines,
    states: zhStates,
    verbs: zhVerbs,
    codes: zhCodes,
    kinds: zhKinds,
    signed: (area: string, kind: string) => `${area}${kind}`,
    board: {
      title: '公告',
      titleOf: (place: string) => `${place}公告`,
      lead: '党务、居务、政务分开张贴。街道和区里的公告也在这里。',
      tabs: '按类别看',
      all: '全部',
      pinned: '置顶',
      corrected: '有更正',
      feed: '用阅读器订阅（Atom）',
      none: '现在没有公告',
      noneText: '有新公告时会贴在这里。过了期限的公告会自动撤下。',
      earlier: '更早的公告',
      newest: '回到最新',
      page: '还有更多',
    },
    page: {
      until: '展示到',
      untilDown: '撤下为止',
      number: '编号',
      correctedOn: (day: string) => `${day} 更正`,
      correctedTimes: (times: number) => `共更正 ${times} 次，以下是最近一次更正的说明：`,
      back: '全部公告',
    },
    file: {
      name: '公告',
      number: '编号',
      area: '地方',
      line: '类别',
      state: '状态',
      title: '标题',
      from: '开始展示',
      until: '最后一天',
      version: '版本',
      changed: '最近改动',
    },
  },
  {
    lines: {
      party: 'Party affairs',
      residents: 'Residents’ affairs',
      government: 'Government affairs',
    },
    states: {
      DRAFT: 'Draft',
      PUBLISHED: 'Published',
      WITHDRAWN: 'Withdrawn',
      EXPIRED: 'Expired',
    },
    verbs: {
      edit: 'Change',
      publish: 'Publish',
      correct: 'Correct',
      withdraw: 'Take down',
      appear: 'Appears',
      expire: 'Expires',
    },
    codes: {
      first_day_past: 'The first day is over: choose today or later',
      last_day_past: 'The last day is over: choose today or later',
      last_day_before_first: 'The last day can’t come before the first',
      nothing_corrected: 'Nothing has changed yet. Change the text, then send the correction',
      markup_not_allowed:
        'A notice is plain text without web page code. Delete what stands in angle brackets',
      identity_number:
        'This looks like an identity number. A notice must not show anybody’s identity number',
      unreadable_characters:
        'There are invisible control characters here: delete them and type again',
      one_line: 'A title has one line only',
      too_long: 'Too long: shorten it',
      required: 'Fill in this field',
      area_unreadable: 'Choose where it is to hang',
      area_unknown: 'There is no such place, or it is outside your area',
      notice_unknown: 'We could not find this notice',
      number_taken: 'No number was free: try again',
      no_such_move: 'This can’t be done with the notice in its present state',
      move_is_ambiguous: 'Choose which step comes next',
      idempotency_key_reused: 'This form was sent with other content before: reload and fill it in',
    },
    kinds: {
      DISTRICT_COMMITTEE: 'District Party committee',
      PARTY_WORKING_COMMITTEE: 'Party working committee',
      PARTY_COMMITTEE: 'Party committee',
      RESIDENTS_COMMITTEE: 'residents’ committee',
      SERVICE_STATION: 'service station',
      STATION_GROUP: 'service station',
      SUBDISTRICT_OFFICE: 'subdistrict office',
      COMMAND_CENTRE: 'command centre',
      SUPERVISION_CENTRE: 'supervision centre',
      DISTRICT_OFFICE: 'district office',
      DEPARTMENT: 'district department',
    },
    signed: (area, kind) => `${area}, ${kind}`,
    board: {
      title: 'Notices',
      titleOf: (place) => `Notices of ${place}`,
      lead: 'Party, residents’ and government affairs are kept apart. Notices of the subdistrict and the district hang here too.',
      tabs: 'By kind of affairs',
      all: 'All',
      pinned: 'Pinned',
      corrected: 'Corrected',
      feed: 'Subscribe in a reader (Atom)',
      none: 'No notices now',
      noneText: 'New notices will hang here. Each is taken down after its last day.',
      earlier: 'Earlier notices',
      newest: 'Back to the newest',
      page: 'There are more',
    },
    page: {
      until: 'Hangs until',
      untilDown: 'it is taken down',
      number: 'Number',
      correctedOn: (day) => `Corrected on ${day}`,
      correctedTimes: (times) =>
        times === 1
          ? 'Corrected once. What was put right:'
          : `Corrected ${times} times. What was put right last:`,
      back: 'All notices',
    },
    file: {
      name: 'notices',
      number: 'Number',
      area: 'Place',
      line: 'Kind of affairs',
      state: 'State',
      title: 'Title',
      from: 'First day',
      until: 'Last day',
      version: 'Version',
      changed: 'Last change',
    },
  },
);

export type NoticeWords = (typeof noticeMessages)['zh'];
