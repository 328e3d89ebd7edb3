import { Button, Input } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { ActionBar } from '#kernel/workbench/action-bar.tsx';
import { asIs, postJson } from '#kernel/workbench/api.ts';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { useLanguage } from '#kernel/workbench/language.tsx';
import { type Column, ListTable } from '#kernel/workbench/list-table.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Facts, RecordDrawer, Section } from '#kernel/workbench/record-drawer.tsx';
import { StateTag, type Tone } from '#kernel/workbench/state-tag.tsx';
import { Deadline, Timeline } from '#kernel/workbench/timeline.tsx';
import { useLiveRefresh } from '#kernel/workbench/use-live.ts';

type Row = {
  readonly number: string;
  readonly title: string;
  readonly place: string;
  readonly state: Tone;
  readonly due: string;
  readonly days: number;
};

const SOURCE = '/api/v1/sample';

const zhTones: Readonly<Record<Tone, string>> = {
  waiting: '待接收',
  working: '办理中',
  checking: '待核查',
  done: '已办结',
  late: '已超期',
  now: '正在进行',
  quiet: '已撤回',
};
const enTones: Readonly<Record<Tone, string>> = {
  waiting: 'Offered',
  working: 'In hand',
  checking: 'To be checked',
  done: 'Closed',
  late: 'Overdue',
  now: 'Under way',
  quiet: 'Withdrawn',
};

function useSay() {
  const { language } = useLanguage();
  return (zh: string, en: string) => (language === 'zh' ? zh : en);
}

function useColumns(): readonly Column<Row>[] {
  const say = useSay();
  return [
    { key: 'number', title: say('编号', 'Number'), cell: (row) => row.number },
    { key: 'title', title: say('诉求', 'Matter'), cell: (row) => row.title, phone: 'bare' },
    { key: 'place', title: say('社区', 'Community'), cell: (row) => row.place },
    {
      key: 'state',
      title: say('状态', 'State'),
      cell: (row) => (
        <StateTag tone={row.state}>{say(zhTones[row.state], enTones[row.state])}</StateTag>
      ),
      phone: 'bare',
    },
    { key: 'due', title: say('期限', 'Due'), cell: (row) => row.due, sort: true },
    {
      key: 'days',
      title: say('已用', 'Taken'),
      unit: say('天', 'days'),
      cell: (row) => row.days,
      align: 'end',
      total: true,
      sort: true,
    },
  ];
}

function Record(props: { readonly number: string }) {
  const say = useSay();
  const navigate = useNavigate();
  return (
    <RecordDrawer
      open
      number={props.number}
      title={say('三号楼二单元电梯异响', 'Lift noise, building 3, stairwell 2')}
      tag={<StateTag tone="working">{say('办理中', 'In hand')}</StateTag>}
      onClose={() => void navigate('/matters')}
      onPrevious={null}
      onNext={() => void navigate('/matters/LL-1043')}
      actions={
        <ActionBar
          actions={[
            { verb: 'done' },
            { verb: 'whistle' },
            { verb: 'suspend' },
            { verb: 'withdraw', danger: true },
          ]}
          labels={{
            done: say('办好了', 'Done'),
            whistle: say('请上级部门来办', 'Ask a department'),
            suspend: say('申请暂停', 'Ask for a pause'),
            withdraw: say('撤回', 'Withdraw'),
          }}
          act={(verb) => postJson(`${SOURCE}/moves`, { verb }, asIs<unknown>())}
          forms={{
            done: (close) => (
              <ServerForm<{ answer: string }, unknown>
                name={`done-${props.number}`}
                send={(values, key) =>
                  postJson(`${SOURCE}/${props.number}/done`, values, asIs<unknown>(), key)
                }
                onDone={close}
                onCancel={close}
              >
                <Field name="answer" label={say('答复居民（将公开）', 'Answer (public)')}>
                  <Input.TextArea rows={3} maxLength={500} showCount />
                </Field>
              </ServerForm>
            ),
          }}
        />
      }
    >
      <Section title={say('内容', 'What was said')}>
        <p>
          {say(
            '电梯从五楼往下走时有很响的摩擦声，老人不敢坐。',
            'The lift grinds loudly below the fifth floor; old people dare not use it.',
          )}
        </p>
        <Facts
          facts={[
            [say('反映人', 'From'), say('王**', 'Wang **')],
            [say('地点', 'Place'), say('莫愁新寓 3 幢 2 单元', 'Mochou Xinyu 3-2')],
            [say('现在由', 'With'), say('工作站综合组', 'Service station, general group')],
          ]}
        />
      </Section>
      <Section title={say('期限', 'Deadlines')}>
        <Deadline
          label={say('整件诉求', 'Whole matter')}
          deadline={{
            due: '2026-11-27T09:30:00Z',
            state: 'running',
            lines: [
              say(
                '11月18日 09:12 提出，从第二天起算',
                'Said on 18 Nov at 09:12; counted from the day after',
              ),
              say(
                '期限 7 个工作日（区规则，2026 年 1 月起）',
                '7 working days (district rule, from January 2026)',
              ),
              say('跳过 11月21日、22日周末', 'Skips the weekend of 21 and 22 November'),
            ],
          }}
        />
        <Deadline
          label={say('现在的承办方', 'Present holder')}
          deadline={{ due: '2026-11-20T09:30:00Z', state: 'overdue', lines: [] }}
        />
      </Section>
      <Section title={say('经过', 'What happened')}>
        <Timeline
          events={[
            {
              id: '1',
              at: '2026-11-18T01:12:00Z',
              text: say('居民提出，附 2 张照片', 'Said by a resident, with 2 photos'),
              by: say('微信', 'WeChat'),
              public: true,
            },
            {
              id: '2',
              at: '2026-11-18T02:05:00Z',
              text: say('首接', 'First contact'),
              by: say('李敏 · 综合组', 'Li Min · general group'),
            },
            {
              id: '3',
              at: '2026-11-19T07:40:00Z',
              text: say('已联系物业', 'Property firm called'),
              by: say('李敏', 'Li Min'),
              note: say('物业答应明天派人。', 'They will send somebody tomorrow.'),
            },
          ]}
        />
      </Section>
    </RecordDrawer>
  );
}

export function QueuePage() {
  const say = useSay();
  const columns = useColumns();
  const { number } = useParams();
  useLiveRefresh('/api/v1/live', [SOURCE]);
  return (
    <PageFrame title={say('诉求', 'Matters')} note={say('莫愁湖街道', 'Mochou Lake subdistrict')}>
      <ListTable<Row>
        label={say('诉求列表', 'Matters')}
        source={SOURCE}
        columns={columns}
        rowKey={(row) => row.number}
        rowName={(row) => row.number}
        to={(row) => `/matters/${row.number}`}
        sort="due"
        views={{
          key: 'queue',
          label: say('队列', 'Queues'),
          options: [
            { value: 'mine', label: say('我的', 'Mine'), count: 12 },
            { value: 'group', label: say('本组', 'My group'), count: 42 },
            { value: 'late', label: say('已超期', 'Overdue'), count: 7 },
          ],
        }}
        filters={[
          {
            key: 'place',
            label: say('社区', 'Community'),
            kind: 'choice',
            choices: [{ value: '320105001001', label: say('沿河社区', 'Yanhe') }],
          },
          { key: 'from', label: say('提出日期从', 'Said from'), kind: 'date' },
          { key: 'who', label: say('反映人', 'From whom'), kind: 'text' },
        ]}
        batch={(keys) => (
          <Button type="primary">{say(`交办 ${keys.length} 件`, `Hand out ${keys.length}`)}</Button>
        )}
        toolbar={<Button type="primary">{say('登记来电', 'New by telephone')}</Button>}
      />
      {number !== undefined && <Record number={number} />}
    </PageFrame>
  );
}
