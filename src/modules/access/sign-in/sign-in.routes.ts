import { readForm } from '#kernel/http/forms.ts';
import { definePage, type Page, type Sample } from '#kernel/http/route.ts';
import type { FieldFault } from '#kernel/pure/errors.ts';
import type { Language } from '#kernel/pure/messages.ts';
import { isRefusal } from '#kernel/pure/refusal.ts';
import { headersFor } from '../accounts/peer-header.ts';
import { maskTelephone, parseTelephone } from '../accounts/telephone.rules.ts';
import { nextPage } from './next-page.rules.ts';
import { codeForm, signInQuery, telephoneForm } from './sign-in.contract.ts';
import { signInMessages } from './sign-in.messages.ts';
import { CodePage, SignOutPage, TelephonePage } from './sign-in.portal.tsx';
import {
  type SignInFault,
  sendSignInCode,
  signOut,
  verifySignInCode,
} from './telephone-sign-in.ts';

const COOKIE = 'sign_in';
const COOKIE_SECONDS = 10 * 60;
const open = { face: 'public', capability: null } as const;

type Words = (typeof signInMessages)['zh']['faults'];

function faultText(faults: Words, given: SignInFault): string {
  return given.fault === 'too_many' ? faults.too_many(given.minutes) : faults[given.fault];
}

function textsOf(lang: Language, faults: readonly FieldFault[]) {
  const texts: Readonly<Record<string, unknown>> = signInMessages[lang].faults;
  return faults.map(({ field, code }) => ({
    field,
    text: String(typeof texts[code] === 'string' ? texts[code] : texts['required']),
  }));
}

type Shown = { readonly field: string; readonly text: string };

function telephonePage(
  lang: Language,
  telephone: string,
  next: string,
  faults: readonly Shown[] = [],
): Page {
  const { title } = signInMessages[lang];
  const body = TelephonePage({ lang, telephone, next, faults });
  return { title, body, section: 'sign-in', ...(faults.length > 0 ? { status: 422 } : {}) };
}

function codePage(
  lang: Language,
  telephone: string,
  next: string,
  faults: readonly Shown[] = [],
): Page {
  const { codeTitle: title } = signInMessages[lang];
  const body = CodePage({ lang, masked: maskTelephone(telephone), next, faults });
  return { title, body, section: 'sign-in', ...(faults.length > 0 ? { status: 422 } : {}) };
}

const askTelephone = definePage({
  ...open,
  path: '/sign-in',
  query: signInQuery,
  sample: () => ({}),
  handle: async ({ lang, query }) => telephonePage(lang, '', nextPage(query.next)),
});

const sendCode = definePage({
  ...open,
  method: 'post',
  path: '/sign-in',
  perMinute: 20,
  sample: (): Sample => ({ body: { telephone: '10000000001', next: '/mine' } }),
  handle: async ({ world, lang, body, headers, peer, cookies }) => {
    const form = readForm(telephoneForm, body);
    const typed = String(body.get('telephone') ?? '');
    if (!form.value) return telephonePage(lang, typed, '/mine', textsOf(lang, form.faults));
    const next = nextPage(form.value.next);
    const telephone = parseTelephone(form.value.telephone, world.settings.demo);
    const fault: SignInFault | null = isRefusal(telephone)
      ? { fault: telephone.refused }
      : await sendSignInCode(world, telephone, headersFor(headers, peer, lang));
    if (fault || isRefusal(telephone)) {
      const text = faultText(
        signInMessages[lang].faults,
        fault ?? { fault: 'telephone_unreadable' },
      );
      return telephonePage(lang, typed, next, [{ field: 'telephone', text }]);
    }
    cookies.set(COOKIE, telephone, COOKIE_SECONDS);
    return { to: `/sign-in/code?next=${encodeURIComponent(next)}` };
  },
});

const askCode = definePage({
  ...open,
  path: '/sign-in/code',
  query: signInQuery,
  sample: () => ({}),
  handle: async ({ lang, query, cookies }) => {
    const telephone = cookies.get(COOKIE);
    if (!telephone) return { to: '/sign-in' };
    return codePage(lang, telephone, nextPage(query.next));
  },
});

const verifyCode = definePage({
  ...open,
  method: 'post',
  path: '/sign-in/code',
  perMinute: 30,
  sample: (): Sample => ({ body: { code: '123456', next: '/mine' } }),
  handle: async ({ world, lang, body, headers, peer, cookies }) => {
    const telephone = cookies.get(COOKIE);
    if (!telephone) return { to: '/sign-in' };
    const form = readForm(codeForm, body);
    if (!form.value) return codePage(lang, telephone, '/mine', textsOf(lang, form.faults));
    const next = nextPage(form.value.next);
    const from = headersFor(headers, peer);
    const answer = await verifySignInCode(world, telephone, form.value.code, from);
    if ('fault' in answer) {
      const text = faultText(signInMessages[lang].faults, answer);
      return codePage(lang, telephone, next, [{ field: 'code', text }]);
    }
    return goTo(next, answer);
  },
});

const askSignOut = definePage({
  ...open,
  path: '/sign-out',
  sample: () => ({}),
  handle: async ({ lang }) => ({
    title: signInMessages[lang].signOutTitle,
    body: SignOutPage({ lang }),
  }),
});

const leave = definePage({
  ...open,
  method: 'post',
  path: '/sign-out',
  sample: () => ({}),
  handle: async ({ world, headers }) => goTo('/', await signOut(world, headers)),
});

function goTo(path: string, cookies: readonly string[]): Response {
  const response = new Response(null, { status: 303, headers: { location: path } });
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}

export const signInRoutes = [askTelephone, sendCode, askCode, verifyCode, askSignOut, leave];
