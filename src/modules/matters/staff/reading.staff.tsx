/** @jsxImportSource react */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { defineEndpoint, type OutputOf } from '#kernel/pure/endpoint.ts';
import { textOf } from '#kernel/pure/messages.ts';
import { ApiError } from '#kernel/workbench/api.ts';
import { call } from '#kernel/workbench/call.ts';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { useProblemText } from '#kernel/workbench/problems.tsx';
import { useSession } from '#kernel/workbench/session.tsx';
import type { StateTag } from '#kernel/workbench/state-tag.tsx';
import { queueCounts } from '../dashboards/dashboard.contract.ts';
import { categoriesEndpoint, receiversEndpoint } from '../intake/intake.contract.ts';
import {
  COMMAND_RESOURCES,
  type CommandVerb,
  commandSchemas,
} from '../matters/commands.contract.ts';
import {
  commandParams,
  type matterLine,
  readMatter,
  type todayEndpoint,
} from '../matters/matters.contract.ts';
import { matterMessages } from '../matters.messages.ts';

export type MatterLine = OutputOf<typeof matterLine>;
export type MatterShown = OutputOf<typeof readMatter.reply>;
export type TodayItem = OutputOf<typeof todayEndpoint.reply>['items'][number];
export type MatterAction = MatterShown['actions'][number];

export const QUEUE = '/api/v1/matters';
export const TODAY = '/api/v1/today';
export const COUNTS = '/api/v1/matter-counts';
export const LIVE = '/api/v1/live?topics=matters';
/** What a change of a matter makes stale. */
export const STALE: readonly string[] = [QUEUE, TODAY, COUNTS, '/api/v1/worklist/count'];

const AN_HOUR_MS = 3_600_000;

export function useMatter(number: string) {
  return useQuery({
    queryKey: [QUEUE, 'one', number],
    queryFn: () => call(readMatter, { params: { number } }),
  });
}

/** Names of categories; they change with releases only. */
export function useCategories() {
  const { language } = useLanguage();
  const list = useQuery({
    queryKey: [categoriesEndpoint.path],
    queryFn: () => call(categoriesEndpoint, {}),
    staleTime: AN_HOUR_MS,
  });
  const items = list.data?.items ?? [];
  const names = Object.fromEntries(items.map((one) => [one.key, one[language]]));
  return { items, nameOf: (key: string) => textOf(names, key) };
}

/** Whom a matter of an area may go to; `preset` is whom a whistle about that category goes to first. */
export function useReceivers(kind: 'offer' | 'whistle', area: string | null, category?: string) {
  const { language } = useLanguage();
  const list = useQuery({
    queryKey: [receiversEndpoint.path, kind, area, category],
    queryFn: () => call(receiversEndpoint, { query: { for: kind, area: area ?? '', category } }),
    enabled: area !== null,
    staleTime: AN_HOUR_MS,
  });
  const options = (list.data?.items ?? []).map((one) => ({
    value: one.id,
    label: language === 'en' ? (one.nameEn ?? one.name) : one.name,
  }));
  return { options, preset: list.data?.preset ?? null, isPending: list.isPending };
}

export function useCounts() {
  return useQuery({ queryKey: [COUNTS], queryFn: () => call(queueCounts, { query: {} }) }).data;
}

/** Whether the post's own area is one community: then its name need not stand on every line. */
export function useOwnCommunity(): string | null {
  const code = useSession().area?.code ?? '000';
  return code.endsWith('000') ? null : code;
}

const commandEndpoint = (verb: CommandVerb) =>
  defineEndpoint({
    method: 'post',
    path: `/api/v1/matters/{number}/${COMMAND_RESOURCES[verb]}`,
    summary: verb,
    params: commandParams,
    body: commandSchemas[verb],
    reply: readMatter.reply,
  });

/** After a refusal: shows the matter as it stands, and says why, where the form that was refused is gone with it. */
function useRefused(number: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const textOfProblem = useProblemText(useT(matterMessages).refusals);
  return async (verb: CommandVerb, error: unknown) => {
    if (!(error instanceof ApiError) || !['conflict', 'refused'].includes(error.code)) return;
    const queryKey = [QUEUE, 'one', number];
    await client.refetchQueries({ queryKey });
    const now = client.getQueryData<MatterShown>(queryKey);
    if (now?.actions.some((action) => action.verb === verb)) return;
    void message.warning(textOfProblem(error));
  };
}

/** Sends one command of a matter; whoever shows the matter or a list of it sees the change at once. */
export function useAct(number: string) {
  const client = useQueryClient();
  const refused = useRefused(number);
  const send = async (
    verb: CommandVerb,
    body: object,
    key?: string,
    files: readonly File[] = [],
  ): Promise<MatterShown> => {
    const shown = await call(commandEndpoint(verb), {
      params: { number },
      body: body as never,
      files: files.map((file) => ({ field: 'files', file })),
      ...(key !== undefined && { key }),
    });
    client.setQueryData([QUEUE, 'one', number], shown);
    for (const source of STALE)
      void client.invalidateQueries({
        queryKey: [source],
        predicate: (query) => query.queryKey[1] !== 'one',
      });
    return shown;
  };
  return async (...order: Parameters<typeof send>): Promise<MatterShown> => {
    try {
      return await send(...order);
    } catch (error) {
      await refused(order[0], error);
      throw error;
    }
  };
}

type Tone = Parameters<typeof StateTag>[0]['tone'];

const TONES: Readonly<Record<string, Tone>> = {
  RECEIVED: 'waiting',
  IN_HAND: 'working',
  SUSPENDED: 'quiet',
  CHECKING: 'checking',
  CLOSED: 'done',
};

/** Green only for what is done: closed as unsolved or unconfirmed is not. */
export function toneOf({ state, closure }: Pick<MatterLine, 'state' | 'closure'>): Tone {
  if (closure === 'unsolved' || closure === 'unconfirmed') return 'quiet';
  return TONES[state] ?? 'quiet';
}
