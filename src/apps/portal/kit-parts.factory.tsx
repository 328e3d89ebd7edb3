/** @jsxImportSource hono/jsx */
import {
  Bars,
  Button,
  Checkboxes,
  Details,
  EmptyState,
  NoticeCard,
  type PageContext,
  Pagination,
  PlaceMap,
  type PlaceMapView,
  QRSheet,
  SafeLink,
  SummaryList,
  Tag,
  Timeline,
  type Tone,
} from '#kernel/views/index.ts';
import type { SamplePage } from './kit-pages.factory.tsx';

const square = (lng: number, lat: number, w: number, h: number) =>
  [
    [
      [lng, lat],
      [lng + w, lat],
      [lng + w, lat + h],
      [lng, lat + h],
      [lng, lat],
    ],
  ] as const;

/** An invented neighbourhood of three buildings. */
export const someMap: PlaceMapView = {
  system: 'WGS84',
  shapes: [
    { rings: square(118.7, 32, 0.004, 0.003), tone: 'ground' },
    { rings: square(118.7005, 32.0005, 0.001, 0.0005), tone: 'building', label: '1' },
    { rings: square(118.7022, 32.0005, 0.001, 0.0005), tone: 'chosen', label: '2' },
    { rings: square(118.7005, 32.0018, 0.001, 0.0006), tone: 'building', label: '3' },
  ],
  points: [
    { at: [118.7027, 32.0022], tone: 'pin' },
    { at: [118.703, 32.0014], tone: 'dot' },
  ],
};

const TONES: readonly Tone[] = ['plain', 'moving', 'checking', 'done', 'late', 'now'];

/** What the other samples leave out: a matter's page, lists, figures. */
export function partsSample({ lang }: PageContext): SamplePage {
  const w = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  const tone = (index: number) =>
    w(
      ['已收到', '办理中', '检查中', '已解决', '已超期', '正在进行'][index] ?? '',
      ['Received', 'In hand', 'Being checked', 'Solved', 'Overdue', 'Now'][index] ?? '',
    );
  return {
    title: w('路灯不亮', 'A lamp is out'),
    options: {
      trail: [
        { href: '/', text: w('首页', 'Home') },
        { href: '/answered', text: w('答复过的', 'Answered') },
      ],
    },
    body: (
      <>
        <h1 class="govuk-heading-xl">{w('2 号楼前路灯不亮', 'The lamp by building 2 is out')}</h1>
        <p class="govuk-body">
          {TONES.map((name, index) => (
            <Tag key={name} tone={name}>
              {tone(index)}
            </Tag>
          ))}
        </p>
        <SummaryList
          lang={lang}
          rows={[
            {
              key: w('什么事', 'What'),
              value: w(
                '路灯三天不亮，老人晚上走路不便。',
                'Out for three days; older people walk in the dark.',
              ),
              change: '/say/what',
            },
            {
              key: w('在哪里', 'Where'),
              value: w('2 号楼南面', 'South of building 2'),
              change: '/say/where',
            },
            { key: w('最迟答复', 'Answer by'), value: w('11 月 27 日', '27 November') },
          ]}
        />
        <Timeline
          label={w('经过', 'What happened so far')}
          entries={[
            {
              title: w('已收到', 'Received'),
              when: w('11 月 20 日 19:02', '20 November, 19:02'),
              isoWhen: '2026-11-20T19:02+08:00',
              by: w('网上', 'Website'),
            },
            {
              title: w('服务站接手', 'The station took it'),
              when: w('11 月 21 日 9:10', '21 November, 9:10'),
              isoWhen: '2026-11-21T09:10+08:00',
              by: w('服务站 王主任', 'Service station, Director Wang'),
              tone: 'moving',
            },
            {
              title: w('已修好', 'Repaired'),
              when: w('11 月 22 日 15:40', '22 November, 15:40'),
              isoWhen: '2026-11-22T15:40+08:00',
              text: w('换了灯泡和整流器。', 'Bulb and ballast replaced.'),
              tone: 'done',
            },
          ]}
        />
        <PlaceMap
          lang={lang}
          map={someMap}
          label={w('2 号楼和路灯的位置', 'Building 2 and the lamp')}
        />
        <Bars
          lang={lang}
          caption={w('按类别', 'By kind')}
          unit={w('件', 'matters')}
          period={w('2026 年 11 月', 'November 2026')}
          definition="/how-we-count#received"
          bars={[
            { label: w('东西坏了', 'Broken'), value: 1204, href: '/answered?kind=broken' },
            { label: w('不干净', 'Dirty'), value: 310 },
            { label: w('建议', 'Suggestions'), value: 12 },
          ]}
        />
        <Details summary={w('期限怎么来的', 'How the date was worked out')}>
          {w('收到后 5 个工作日。', '5 working days from receipt.')}
        </Details>
        <Checkboxes
          lang={lang}
          name="also"
          label={w('还要告诉谁', 'Tell also')}
          values={['me']}
          choices={[
            { value: 'me', text: w('我也遇到了', 'Me too') },
            { value: 'all', text: w('可以公开', 'May be published') },
          ]}
        />
        <Button look="warning">{w('撤回', 'Withdraw')}</Button>
        <div>
          <h2 class="govuk-heading-m">{w('公告', 'Notices')}</h2>
          <NoticeCard
            title={w('停水', 'Water off')}
            href="/n/3"
            date={w('11 月 2 日', '2 November')}
            isoDate="2026-11-02"
          />
        </div>
        <p class="govuk-body">
          <SafeLink href="https://example.org/a">{w('原文', 'Source')}</SafeLink>{' '}
          <SafeLink href="data:text/html,bad">{w('坏链接', 'Bad link')}</SafeLink>
        </p>
        <EmptyState title={w('还没有评论', 'No comments yet')}>
          <p>{w('第一条会出现在这里。', 'The first will appear here.')}</p>
        </EmptyState>
        <Pagination lang={lang} earlier="?before=3" later="?after=9" />
      </>
    ),
  };
}

/** The sheet that hangs in a stairwell. */
export function sheetSample({ lang }: PageContext): SamplePage {
  const w = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  return {
    title: w('楼道二维码', 'Stairwell code'),
    options: {},
    body: (
      <QRSheet
        title={w('2 号楼 1 单元', 'Building 2, stairwell 1')}
        text={w('有事扫一扫，说清什么事就行。', 'Scan to tell us what is wrong.')}
        address="https://linli.example/s/3K7Q2"
        label={w('打开本单元页面的二维码', 'QR code that opens this stairwell’s page')}
        foot={w('不会扫码，打电话 025-0000 0118', 'No phone camera? Call 025-0000 0118')}
      />
    ),
  };
}
