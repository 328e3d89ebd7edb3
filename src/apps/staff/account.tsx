/** @jsxImportSource react */
import { GlobalOutlined, UserOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { dropAllDrafts } from '#kernel/workbench/drafts.ts';
import { useLanguage, useT, useWords } from '#kernel/workbench/language.tsx';
import { useProblemText } from '#kernel/workbench/problems.tsx';
import { useSession, useSessionMoves } from '#kernel/workbench/session.tsx';
import { staffMessages } from './staff.messages.ts';

/** What an account can do with its session, for the menu of a desk and the page of a phone. */
export function useAccountMoves() {
  const t = useT(staffMessages);
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const problem = useProblemText();
  const moves = useSessionMoves();
  const attempt = (move: () => Promise<void>, after: () => void) => {
    move().then(after, (error: unknown) => void message.error(problem(error)));
  };
  return {
    switchPost: (id: string) =>
      attempt(
        () => moves.switchPost(id),
        () => void navigate('/'),
      ),
    signOut: () => attempt(moves.signOut, dropAllDrafts),
    signOutEverywhere: () =>
      void modal.confirm({
        title: t.signOutEverywhere,
        content: t.signOutEverywhereAsk,
        onOk: () => attempt(moves.signOutEverywhere, dropAllDrafts),
      }),
  };
}

/** The other language, named in itself. */
export function LanguageSwitch(props: { readonly text?: boolean }) {
  const t = useT(staffMessages);
  const { language, choose } = useLanguage();
  const client = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  const change = () => {
    choose(other);
    // Names of places and bodies come in the reader's language.
    void client.invalidateQueries();
  };
  return (
    <Button
      type={props.text ? 'link' : 'text'}
      icon={<GlobalOutlined />}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={change}
    >
      {t.language}
    </Button>
  );
}

/** Who is signed in; an administrator's account that is called as its post is has no name beside it. */
export function useWho(): { readonly name: string; readonly title: string } {
  const words = useWords();
  const { name, post } = useSession();
  const title = post === null ? '' : words(post.title);
  const titles = typeof post?.title === 'object' ? [post.title.zh, post.title.en] : [title];
  return titles.includes(name) ? { name: title, title: '' } : { name, title };
}

/** Name and post; opens the posts to change to, and the ways out. */
export function AccountMenu() {
  const t = useT(staffMessages);
  const words = useWords();
  const { post, posts } = useSession();
  const who = useWho();
  const moves = useAccountMoves();
  const items: MenuProps['items'] = [
    ...(posts.length > 1
      ? [
          {
            type: 'group' as const,
            label: t.switchPost,
            children: posts.map((one) => ({
              key: `post ${one.id}`,
              label: `${words(one.title)} · ${words(one.organisation)}`,
              onClick: () => moves.switchPost(one.id),
            })),
          },
          { type: 'divider' as const },
        ]
      : []),
    { key: 'out', label: t.signOut, onClick: moves.signOut },
    { key: 'everywhere', label: t.signOutEverywhere, onClick: moves.signOutEverywhere },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: post === null ? [] : [`post ${post.id}`] }}
    >
      <Button type="text" icon={<UserOutlined />} className="ls-account">
        {who.name}
        {who.title !== '' && <span className="lk-quiet">{who.title}</span>}
      </Button>
    </Dropdown>
  );
}
