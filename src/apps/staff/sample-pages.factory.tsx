/** @jsxImportSource react */
import {
  BarChartOutlined,
  FormOutlined,
  InboxOutlined,
  ScheduleOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { asIs, postJson } from '#kernel/workbench/api.ts';
import { Chart } from '#kernel/workbench/chart.tsx';
import { Figure } from '#kernel/workbench/figure.tsx';
import { Field, ServerForm } from '#kernel/workbench/form.tsx';
import { GeoMap } from '#kernel/workbench/geo-map.tsx';
import { JobProgress } from '#kernel/workbench/job-progress.tsx';
import { useLanguage } from '#kernel/workbench/language.tsx';
import { lazyPage, type WorkbenchModule } from '#kernel/workbench/module.ts';
import { PageFrame } from '#kernel/workbench/page.tsx';

import { QueuePage } from './sample-list.factory.tsx';

const SOURCE = '/api/v1/sample';

function useSay() {
  const { language } = useLanguage();
  return (zh: string, en: string) => (language === 'zh' ? zh : en);
}

export function IntakePage() {
  const say = useSay();
  const [sent, setSent] = useState<string | null>(null);
  return (
    <PageFrame title={say('登记', 'New matter')}>
      <div className="lk-card lk-form">
        {sent !== null && <p role="status">{sent}</p>}
        <ServerForm<{ what: string; kind: string; note?: string }, { number: string }>
          name="intake"
          send={(values, key) => postJson(`${SOURCE}/new`, values, asIs<{ number: string }>(), key)}
          onDone={(answer) => setSent(answer.number)}
          texts={{ place_missing: say('请写明哪一幢', 'Say which building') }}
        >
          <Field name="what" label={say('说的是什么', 'What is wrong')}>
            <Input.TextArea rows={3} />
          </Field>
          <Field name="kind" label={say('类别', 'Kind')}>
            <Select options={[{ value: 'lift', label: say('电梯', 'Lift') }]} />
          </Field>
          <Field name="note" label={say('备注', 'Note')} optional>
            <Input />
          </Field>
        </ServerForm>
      </div>
    </PageFrame>
  );
}

const square = (x: number) => [
  [
    [x, 32],
    [x + 0.1, 32],
    [x + 0.1, 32.1],
    [x, 32.1],
    [x, 32],
  ],
];

export function BoardPage() {
  const say = useSay();
  const [names] = useState(['沿河', '莫愁', '水西门']);
  const shapes = {
    type: 'FeatureCollection' as const,
    features: names.map((name, index) => ({
      type: 'Feature' as const,
      properties: { name },
      geometry: { type: 'Polygon', coordinates: square(118.7 + index / 10) },
    })),
  };
  const period = say('2026 年 11 月', 'November 2026');
  return (
    <PageFrame title={say('看板', 'Figures')} note={period}>
      <div className="lk-grid">
        <Figure
          label={say('新提出', 'New')}
          value={1218}
          unit={say('件', 'matters')}
          period={period}
          definition={say(
            '本月提出的诉求，合并的算一件。',
            'Matters said this month; merged ones count once.',
          )}
          to="/matters"
        />
        <Figure
          label={say('已超期', 'Overdue')}
          value={7}
          unit={say('件', 'matters')}
          period={say('现在', 'now')}
          definition={say('期限已过还没有办结。', 'Past their date and not closed.')}
          to="/matters?queue=late"
          tone="late"
        />
        <Figure
          label={say('说已解决', 'Said solved')}
          value={93.4}
          unit="%"
          count={342}
          total={366}
          period={period}
          definition={say(
            '收到答复的人里，回答“已解决”的。',
            'Of those who got an answer, who said it was solved.',
          )}
          to="/matters"
        />
        <Figure
          label={say('核查不符', 'Check failed')}
          value={null}
          unit="%"
          period={period}
          definition={say('还没有核查。', 'No checks yet.')}
        />
      </div>
      <div className="lk-grid-wide">
        <Chart
          title={say('每天新提出', 'New by day')}
          note={say('件数，最近七天', 'Matters, last seven days')}
          kind="bar"
          unit={say('件', 'matters')}
          categories={['16', '17', '18', '19', '20', '21', '22']}
          series={[
            { name: say('网上', 'Online'), values: [12, 18, 9, 15, 13, 30, 17] },
            { name: say('电话', 'Telephone'), values: [3, 8, 4, 5, 3, 6, 7] },
          ]}
        />
        <GeoMap
          title={say('各社区', 'By community')}
          note={say('件数，本月', 'Matters, this month')}
          unit={say('件', 'matters')}
          shapes={shapes}
          height={240}
          places={names.map((name, index) => ({
            code: String(index),
            name,
            value: index * 10 + 5,
          }))}
          onSelect={() => undefined}
        />
      </div>
      <div className="lk-card">
        <JobProgress
          label={say('导入过往诉求', 'Import of past matters')}
          source="/api/v1/jobs/1"
        />
      </div>
    </PageFrame>
  );
}

export function BrokenSample(): never {
  throw new Error('planted');
}

/** Pages as modules contribute them, to try the kit and the shell. */
export const modules: readonly WorkbenchModule[] = [
  {
    pages: [
      {
        path: 'today',
        nav: {
          key: 'today',
          label: { zh: '今天', en: 'Today' },
          icon: ScheduleOutlined,
          order: 1,
          countPath: '/api/v1/worklist/count',
        },
        verb: null,
        element: lazyPage(async () => ({ BoardPage }), 'BoardPage'),
      },
      {
        path: 'intake',
        nav: { key: 'new', label: { zh: '登记', en: 'New' }, icon: FormOutlined, order: 2 },
        verb: 'matter.file',
        element: IntakePage,
      },
      {
        path: 'matters',
        nav: {
          key: 'matters',
          label: { zh: '诉求', en: 'Matters' },
          icon: InboxOutlined,
          order: 3,
        },
        verb: 'matter.read',
        element: QueuePage,
      },
      { path: 'matters/:number', verb: 'matter.read', element: QueuePage },
      {
        path: 'bodies',
        nav: { key: 'bodies', label: { zh: '组织', en: 'Bodies' }, icon: TeamOutlined, order: 4 },
        verb: null,
        element: BrokenSample,
      },
      {
        path: 'rules',
        nav: { key: 'rules', label: { zh: '规则', en: 'Rules' }, icon: BarChartOutlined, order: 5 },
        verb: 'rules.change',
        element: BoardPage,
      },
    ],
  },
];
