// Notices to post: a draft waits on the list of the body it speaks for, until its first day if it has one.
import { instantOf } from '#kernel/pure/dates.ts';
import type { WorkItem, WorkSubject } from '#modules/worklist/pure.ts';
import { PUBLISH_NOTICES } from './notice.policy.ts';
import type { Notice } from './notice.types.ts';

export function workItemsOf({ state, author, publishFrom, line }: Notice): WorkItem[] {
  if (state !== 'DRAFT') return [];
  return [
    {
      organisation: author.organisation,
      verb: PUBLISH_NOTICES,
      part: '',
      dueAt: publishFrom === null ? null : instantOf(publishFrom),
      isUrgent: false,
      facts: { line },
    },
  ];
}

export function subjectOf({ id, number, area, title }: Notice): WorkSubject {
  return { kind: 'notice', id, number, area, title, link: `/notices/${number}`, sharedWith: [] };
}
