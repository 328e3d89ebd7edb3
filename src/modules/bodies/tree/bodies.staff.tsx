/** @jsxImportSource react */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '#kernel/workbench/call.ts';
import { Empty } from '#kernel/workbench/empty.tsx';
import { ExportMenu } from '#kernel/workbench/export-menu.tsx';
import { useLanguage, useT } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { Problem } from '#kernel/workbench/problems.tsx';
import { useSession } from '#kernel/workbench/session.tsx';
import { bodiesTreeEndpoint, exportOrganisationsEndpoint } from '../bodies.contract.ts';
import { bodiesMessages } from '../bodies.messages.ts';
import { BodyHistory } from './body-history.staff.tsx';
import {
  areaBodyTree,
  type BodyEntry,
  bodiesNamed,
  bodyTree,
  leadsTo,
  type TreeNode,
} from './body-tree.rules.ts';

type Choose = (code: string) => void;

/** All bodies of the district on a chosen day, by area or as the Party's own tree, with the history of one beside it. */
export function BodiesPage() {
  const messages = useT(bodiesMessages);
  const words = messages.tree;
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('body');
  const tree = search.get('tree') === 'party' ? 'party' : 'territory';
  const date = search.get('date') ?? '';
  const answer = useQuery({
    queryKey: ['bodies', 'tree', tree, date],
    queryFn: ({ signal }) =>
      call(bodiesTreeEndpoint, { query: date === '' ? { tree } : { tree, date }, signal }),
  });
  const change = (key: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(key);
    else next.set(key, value);
    setSearch(next, { replace: true });
  };
  const choose: Choose = (code) => change('body', code);
  const bodies = answer.data?.bodies ?? [];
  return (
    <PageFrame
      title={words.title}
      note={answer.data && words.count(bodies.length)}
      tools={<ExportMenu source={exportOrganisationsEndpoint.path} query={{}} />}
    >
      <div className="lk-conditions">
        <Radio.Group
          value={tree}
          onChange={(event) => change('tree', event.target.value)}
          optionType="button"
          options={[
            { value: 'territory', label: words.territory },
            { value: 'party', label: words.party },
          ]}
        />
        <label htmlFor="tree-date">
          {words.date}
          <Input
            id="tree-date"
            type="date"
            value={date === '' ? (answer.data?.date ?? '') : date}
            onChange={(event) => change('date', event.target.value)}
            style={{ width: 160 }}
          />
        </label>
        {date !== '' && <Button onClick={() => change('date', '')}>{words.today}</Button>}
      </div>
      {answer.isError && (
        <Problem
          error={answer.error}
          texts={messages.refusals}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.isPending && <Skeleton active />}
      {answer.data && (
        <div className="lk-grid-wide">
          <Finder
            nodes={tree === 'party' ? bodyTree(bodies) : areaBodyTree(answer.data.areas, bodies)}
            bodies={bodies}
            choose={choose}
          />
          {chosen === null ? (
            <p className="lk-quiet">{words.choose}</p>
          ) : (
            <BodyHistory code={chosen} date={answer.data.date} />
          )}
        </div>
      )}
    </PageFrame>
  );
}

function nameIn(language: 'zh' | 'en', one: { name: string; nameEn: string | null }): string {
  return language === 'en' ? (one.nameEn ?? one.name) : one.name;
}

type FinderProps = {
  readonly nodes: readonly TreeNode[];
  readonly bodies: readonly BodyEntry[];
  readonly choose: Choose;
};

function Finder({ nodes, bodies, choose }: FinderProps) {
  const words = useT(bodiesMessages).tree;
  const [text, setText] = useState('');
  const { language } = useLanguage();
  if (bodies.length === 0) return <Empty title={words.none} hint={words.noneText} />;
  return (
    <nav className="lk-card" aria-label={words.title}>
      <Input.Search
        aria-label={words.search}
        placeholder={words.search}
        allowClear
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() === '' ? (
        <Branches nodes={nodes} depth={0} choose={choose} />
      ) : (
        <ul>
          {bodiesNamed(bodies, text).map((body) => (
            <li key={body.code}>
              <BodyButton name={nameIn(language, body)} code={body.code} choose={choose} />
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

type BranchesProps = {
  readonly nodes: readonly TreeNode[];
  readonly depth: number;
  readonly choose: Choose;
};

/** Nested lists that open where they stand: every node is reached by Tab, opened by Enter, and read as a list. */
function Branches({ nodes, depth, choose }: BranchesProps) {
  return (
    <ul style={{ listStyle: 'none', margin: 0, paddingInlineStart: depth === 0 ? 0 : 20 }}>
      {nodes.map((node) => (
        <li key={node.key}>
          {node.children.length === 0 ? (
            <Leaf node={node} choose={choose} />
          ) : (
            <Branch node={node} depth={depth} choose={choose} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Leaf({ node, choose }: { readonly node: TreeNode; readonly choose: Choose }) {
  const { language } = useLanguage();
  const name = nameIn(language, node);
  if (node.body === null) return <span className="lk-quiet">{name}</span>;
  return <BodyButton name={name} code={node.body.code} choose={choose} />;
}

function Branch({
  node,
  depth,
  choose,
}: {
  readonly node: TreeNode;
  readonly depth: number;
  readonly choose: Choose;
}) {
  const { language } = useLanguage();
  const { area } = useSession();
  const [isOpen, setOpen] = useState(depth === 0 || leadsTo(node, area?.code ?? null));
  const name = nameIn(language, node);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ paddingBlock: 4 }}>
        {name} <span className="lk-quiet">{node.count}</span>
      </summary>
      {isOpen && (
        <>
          {node.body && <BodyButton name={name} code={node.body.code} choose={choose} />}
          <Branches nodes={node.children} depth={depth + 1} choose={choose} />
        </>
      )}
    </details>
  );
}

function BodyButton(props: {
  readonly name: string;
  readonly code: string;
  readonly choose: Choose;
}) {
  return (
    <button
      type="button"
      className="lk-as-link"
      style={{ minHeight: 28, textAlign: 'start' }}
      onClick={() => props.choose(props.code)}
    >
      {props.name}
    </button>
  );
}
