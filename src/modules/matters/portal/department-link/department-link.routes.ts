import { z } from 'zod';
import { scopeOf } from '#kernel/db/scope.ts';
import { fileRoutePart } from '#kernel/files/file-response.ts';
import { fieldsOf, readForm } from '#kernel/http/forms.ts';
import { definePage, type Page, type Redirect, type Request } from '#kernel/http/route.ts';
import { AppError, type FieldFault, notFound } from '#kernel/pure/errors.ts';
import { type Language, textOf } from '#kernel/pure/messages.ts';
import type { Fault } from '#kernel/views/index.ts';
import { fileMessages } from '../../filing/files.messages.ts';
import { readNames } from '../../matters/names.ts';
import { findWholeMatter } from '../../matters/view.queries.ts';
import { matterMessages } from '../../matters.messages.ts';
import { areaShown } from '../at-place.ts';
import { takeFiles } from '../say/take-files.ts';
import { showOnPortal } from '../track/show-on-portal.ts';
import { momentText } from '../when.rules.ts';
import { actByLink, linkedTask, type OfficeAct, officeByToken } from './act-by-link.ts';
import { answerForm, returnForm } from './department-link.contract.ts';
import { linkMessages } from './department-link.messages.ts';
import { LinkPage, type LinkValues, PlainPage } from './department-link.portal.tsx';

const open = { face: 'public', capability: null } as const;
const byToken = z.object({ token: z.string().max(200) });
const aToken = (fixture: (name: string) => string) => ({
  params: { token: fixture('task.token') },
});

const EMPTY: LinkValues = { answer: '', private: '', result: 'done', reason: '' };

type Holding = Request<{ token: string }, unknown, FormData>;

function plainPage(lang: Language, kind: 'over' | 'gone'): Page {
  const t = linkMessages[lang];
  const [title, text] = kind === 'over' ? [t.over, t.overText] : [t.gone, t.goneText];
  return {
    title,
    body: PlainPage({ lang, title, text }),
    status: kind === 'over' ? 410 : 404,
    options: { unlisted: true },
  };
}

async function linkPage(
  { world, lang, params }: Pick<Holding, 'world' | 'lang' | 'params'>,
  values: LinkValues = EMPTY,
  faults: readonly Fault[] = [],
): Promise<Page> {
  const office = await officeByToken(world, params.token);
  if (typeof office === 'string') return plainPage(lang, office);
  const base = `/l/${params.token}`;
  return world.database.withReadScope(scopeOf(office.actor), async (db): Promise<Page> => {
    const whole = await findWholeMatter(world, db, office.number);
    const task = whole && linkedTask(whole.stored.case, office);
    if (!whole || !task) return plainPage(lang, 'over');
    const area = await areaShown(world, db, whole.stored.case.matter.area, lang);
    const view = await showOnPortal(world, db, office.actor, whole, {
      lang,
      files: `${base}/files`,
      isReporter: false,
      areaName: area.name,
    });
    const names = await readNames(world, db, lang, [task.body.organisation]);
    return {
      title: linkMessages[lang].title(view.number),
      body: LinkPage({
        view,
        base,
        body: names.body(task.body.organisation).name,
        due: task.dueAt && momentText(lang, task.dueAt),
        whistle: task.whistle,
        isAccepted: task.state === 'ACCEPTED',
        values,
        faults,
      }),
      place: area.place,
      options: {
        unlisted: true,
        hasErrors: faults.length > 0,
        islands: ['character-count', 'photo-shrink'],
      },
      ...(faults.length > 0 ? { status: 422 as const } : {}),
    };
  });
}

const show = definePage({
  ...open,
  path: '/l/{token}',
  params: byToken,
  sample: aToken,
  handle: (request) => linkPage(request),
});

const ACTS = ['acceptance', 'answer', 'return'] as const;

type Read = { readonly given: OfficeAct } | { readonly faults: readonly FieldFault[] };

function readAct(act: (typeof ACTS)[number], body: FormData): Read {
  if (act === 'acceptance') return { given: { act } };
  if (act === 'return') {
    const form = readForm(returnForm, body);
    return form.value ? { given: { act, reason: form.value.reason } } : { faults: form.faults };
  }
  const form = readForm(answerForm, body);
  if (!form.value) return { faults: form.faults };
  const { answer, result } = form.value;
  return { given: { act, text: answer, result, private: form.value.private || null, files: [] } };
}

/** The act with the photos that came along; what cannot be taken is told beside their field. */
async function withFiles({ world, uploads }: Holding, read: Read): Promise<Read> {
  if ('faults' in read || read.given.act !== 'answer') return read;
  const { files, faults } = await takeFiles(world, [], uploads);
  return faults.length > 0 ? { faults } : { given: { ...read.given, files } };
}

function typed(body: FormData): LinkValues {
  const fields = fieldsOf(body);
  const text = (name: keyof LinkValues) => String(fields[name] ?? EMPTY[name]);
  return {
    answer: text('answer'),
    private: text('private'),
    result: text('result'),
    reason: text('reason'),
  };
}

const act = definePage({
  ...open,
  method: 'post',
  path: '/l/{token}/{act}',
  params: byToken.extend({ act: z.enum(ACTS) }),
  perMinute: 30,
  sample: (fixture) => ({
    params: { token: fixture('task.token'), act: 'acceptance' },
    body: {},
  }),
  handle: async (request): Promise<Page | Redirect> => {
    const { world, lang, params, body } = request;
    const office = await officeByToken(world, params.token);
    if (typeof office === 'string') return plainPage(lang, office);
    const read = await withFiles(request, readAct(params.act, body));
    if ('faults' in read) {
      const texts = { ...fileMessages[lang].faults, ...linkMessages[lang].faults };
      const faults = read.faults.map(({ field, code }) => ({ field, text: textOf(texts, code) }));
      return linkPage(request, typed(body), faults);
    }
    try {
      await actByLink(world, office, read.given);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'refused') throw error;
      const text = textOf(matterMessages[lang].refusals, error.reason);
      return linkPage(request, typed(body), [{ field: 'answer', text }]);
    }
    return { to: `/l/${params.token}` };
  },
});

const file = definePage({
  ...open,
  path: '/l/{token}/files/{id}',
  params: byToken.extend({ id: z.uuid() }),
  sample: (fixture) => ({ params: { token: fixture('task.token'), id: fixture('file.own') } }),
  handle: async ({ world, params, headers }) => {
    const office = await officeByToken(world, params.token);
    if (typeof office === 'string') throw notFound('link');
    return fileRoutePart(world, office.actor, params.id, headers);
  },
});

export const linkRoutes = [show, act, file];
