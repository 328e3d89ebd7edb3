import type { OutColumn } from '#kernel/tabular/tabular.ts';
import type { Notice } from './notice.types.ts';
import type { NoticeWords } from './notices.messages.ts';
import { type Names, nameIn } from './present-notice.rules.ts';

/** The desk's list as a table file. */
export function noticeColumns(words: NoticeWords, names: Names): OutColumn<Notice>[] {
  const { file, lines, states } = words;
  return [
    { header: file.number, value: (row) => row.number },
    { header: file.area, value: (row) => nameIn(names, row.area) },
    { header: file.line, value: (row) => lines[row.line] },
    { header: file.state, value: (row) => states[row.state] },
    { header: file.title, value: (row) => row.title },
    { header: file.from, value: (row) => row.publishFrom },
    { header: file.until, value: (row) => row.expiresOn },
    { header: file.version, value: (row) => row.version },
    { header: file.changed, value: (row) => row.changedAt.toISOString() },
  ];
}
