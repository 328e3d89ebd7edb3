/** @jsxImportSource hono/jsx */
import type { Language } from '#kernel/pure/messages.ts';
import {
  Button,
  ButtonLink,
  ButtonRow,
  Card,
  ErrorSummary,
  type Fault,
  FigureWithBasis,
  FileField,
  Form,
  faultOf,
  Lead,
  MapPin,
  NoticeCard,
  NowBanner,
  type PageContext,
  type PageOptions,
  Panel,
  QR,
  Radios,
  SelectField,
  TextArea,
  TextField,
  type View,
} from '#kernel/views/index.ts';

export type SamplePage = { title: string; body: View; options: PageOptions };
type Sample = (context: PageContext) => SamplePage;

const words = (lang: Language) => (zh: string, en: string) => (lang === 'zh' ? zh : en);

/** Like a community's home: one question, one thing to do. */
export const homeSample: Sample = ({ lang }) => {
  const w = words(lang);
  const period = w('2026 年 11 月 1 日至 22 日收到的', 'received 1 to 22 November 2026');
  const unit = w('件', 'matters');
  return {
    title: w('首页', 'Home'),
    options: {
      band: (
        <Lead
          title={w('有什么事要说？', 'What needs attention?')}
          text={w(
            '说清什么事、在哪里就行。不用注册，不留姓名也可以。',
            'Say what and where. No account needed, no name needed.',
          )}
          main={{
            href: '/say',
            title: w('说件事', 'Say something'),
            text: w('可以打字、拍照，也可以录一段话', 'Type, take a photo or record your voice'),
          }}
          others={[
            {
              href: '/track',
              title: w('查进度', 'Track'),
              text: w('凭编号和查询码', 'With number and code'),
            },
            {
              href: '/people',
              title: w('谁管什么', 'Who does what'),
              text: w('您这一栋找谁', 'Your building’s worker'),
            },
          ]}
        />
      ),
    },
    body: (
      <>
        <NowBanner lang={lang} action={{ href: '/live', text: w('看现场', 'Follow it') }}>
          {w(
            '第 12 次居民议事会，正在讨论三号楼装电梯。',
            'Residents’ meeting no. 12 is discussing the lift for building 3.',
          )}
        </NowBanner>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h2 class="govuk-heading-m">{w('最新公告', 'Latest notices')}</h2>
            <NoticeCard
              title={w('12 月 3 日停水检修', 'Water off on 3 December')}
              href="/n/1"
              kind={w('居务', 'Residents’ affairs')}
              date={w('11 月 22 日', '22 November')}
              isoDate="2026-11-22"
              summary={w(
                '1 至 9 号楼 9:00 到 17:00 停水，请提前储水。',
                'Buildings 1 to 9 have no water from 9:00 to 17:00. Please store some.',
              )}
            />
            <NoticeCard
              title={w('老年助餐点开始预约', 'Meals for older people: book now')}
              href="/n/2"
              kind={w('政务', 'Government affairs')}
              tone="moving"
              date={w('11 月 18 日', '18 November')}
              isoDate="2026-11-18"
              summary={w(
                '65 岁以上居民可以打电话或到服务站预约。',
                'Residents of 65 and over can book by phone or at the station.',
              )}
            />
          </div>
          <div class="govuk-grid-column-one-third">
            <Card title={w('本月的数字', 'This month in numbers')}>
              <FigureWithBasis
                lang={lang}
                figure={{
                  label: w('7 天内解决', 'Solved within 7 days'),
                  part: 32,
                  whole: 36,
                  unit,
                  period,
                  definition: '/how-we-count#solved-in-time',
                  records: '/answered',
                }}
              />
              <FigureWithBasis
                lang={lang}
                figure={{
                  label: w('还在办', 'Still open'),
                  part: 3,
                  unit,
                  period,
                  definition: '/how-we-count#open',
                  live: 'open',
                }}
              />
              <FigureWithBasis
                lang={lang}
                figure={{
                  label: w('满意', 'Satisfied'),
                  part: 0,
                  whole: 0,
                  unit: w('人', 'answers'),
                  period,
                  definition: '/how-we-count#rating',
                }}
              />
            </Card>
          </div>
        </div>
      </>
    ),
  };
};

/** A form that came back with faults; every kind of field a resident meets first. */
export const formSample: Sample = ({ lang, csrf }) => {
  const w = words(lang);
  const faults: Fault[] = [
    { field: 'text', text: w('请写一下发生了什么', 'Say what happened') },
    { field: 'kind', text: w('请选一类', 'Choose a kind') },
    { field: 'phone', text: w('手机号是 11 位数字', 'A mobile number has 11 digits') },
  ];
  return {
    title: w('说件事', 'Say something'),
    options: {
      back: { href: '/' },
      hasErrors: true,
      islands: ['map-pin', 'photo-shrink', 'character-count', 'voice-note'],
    },
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ErrorSummary lang={lang} faults={faults} />
          <h1 class="govuk-heading-xl">{w('发生了什么，在哪里？', 'What happened, and where?')}</h1>
          <Form action="/say" csrf={csrf} files>
            <TextArea
              lang={lang}
              name="text"
              label={w('什么事', 'What happened')}
              hint={w(
                '写清时间和影响。不要写别人的隐私。',
                'When, and whom it affects. Nothing private about others.',
              )}
              most={500}
              error={faultOf(faults, 'text')}
            />
            <Radios
              lang={lang}
              name="kind"
              label={w('哪一类', 'What kind')}
              error={faultOf(faults, 'kind')}
              choices={[
                {
                  value: 'broken',
                  text: w('东西坏了', 'Something is broken'),
                  hint: w('路灯、井盖、电梯', 'Lamps, covers, lifts'),
                },
                { value: 'clean', text: w('不干净', 'Something is dirty') },
                { value: 'idea', text: w('有个建议', 'A suggestion') },
              ]}
            />
            <SelectField
              lang={lang}
              name="building"
              label={w('哪一栋', 'Which building')}
              empty={w('请选择', 'Please choose')}
              choices={[
                { value: '1', text: w('1 号楼', 'Building 1') },
                { value: '2', text: w('2 号楼', 'Building 2') },
              ]}
            />
            <MapPin
              lang={lang}
              label={w('标出位置', 'Mark the place')}
              source="/map/{size}.svg"
              system="WGS84"
              at={[0.4, 0.4]}
            />
            <FileField
              lang={lang}
              name="photos"
              label={w('照片', 'Photos')}
              optional
              hint={w(
                '最多 4 张。照片里的拍摄位置会去掉。',
                'Up to 4. The place recorded in a photo is removed.',
              )}
              accept="image/*"
              multiple
              shrink
              pick={w('选照片', 'Choose photos')}
            />
            <FileField
              lang={lang}
              name="voice"
              label={w('录音', 'Voice note')}
              optional
              accept="audio/*"
              capture="user"
              recordSeconds={60}
              pick={w('选录音', 'Choose a recording')}
            />
            <TextField
              lang={lang}
              name="phone"
              label={w('手机号', 'Mobile number')}
              optional
              type="tel"
              inputmode="tel"
              autocomplete="tel"
              width={20}
              value="1380013"
              hint={w('只用来告诉您进度。', 'Only to tell you how it goes.')}
              error={faultOf(faults, 'phone')}
            />
            <ButtonRow>
              <Button>{w('继续', 'Continue')}</Button>
              <Button look="secondary" name="later" value="1">
                {w('以后再填', 'Finish later')}
              </Button>
            </ButtonRow>
          </Form>
        </div>
      </div>
    ),
  };
};

/** After sending: the number to keep. */
export const confirmationSample: Sample = ({ lang }) => {
  const w = words(lang);
  const link = 'https://linli.example/t/7K3M-92XQ';
  return {
    title: w('已经收到', 'We have received it'),
    options: { unlisted: true },
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Panel
            title={w('已经收到', 'We have received it')}
            numberLabel={w('受理编号', 'Your number')}
            number="2026-0118-7"
          >
            <p>
              {w(
                '查询码 7K3M。请拍照或抄下来。',
                'Query code 7K3M. Take a photo or write it down.',
              )}
            </p>
          </Panel>
          <h2 class="govuk-heading-m">{w('接下来', 'What happens next')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>
              {w(
                '现在由梧桐里社区管理服务站负责，王主任接手。',
                'The service station now owns it; Director Wang has it.',
              )}
            </li>
            <li>{w('最迟 11 月 27 日答复。', 'An answer by 27 November at the latest.')}</li>
          </ul>
          <ButtonLink href="/t/7K3M-92XQ">{w('看进度', 'Follow it')}</ButtonLink>
          <QR text={link} label={w('打开这件诉求的二维码', 'QR code that opens this matter')} />
        </div>
      </div>
    ),
  };
};
