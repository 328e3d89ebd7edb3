/** @jsxImportSource react */
import { Button } from 'antd';
import { Link } from 'react-router';
import { useT, useWords } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { useSession } from '#kernel/workbench/session.tsx';
import { LanguageSwitch, useAccountMoves, useWho } from './account.tsx';
import type { NavPage } from './pages.ts';
import { staffMessages } from './staff.messages.ts';

/** On a phone: every page of the menu, the posts, the language and the ways out. */
export function MorePage(props: { readonly entries: readonly NavPage[] }) {
  const t = useT(staffMessages);
  const words = useWords();
  const who = useWho();
  const { post, posts } = useSession();
  const moves = useAccountMoves();
  return (
    <PageFrame title={t.more} note={who.name}>
      <nav aria-label={t.more}>
        <ul className="ls-links">
          {props.entries.map((entry) => {
            const Icon = entry.nav.icon;
            return (
              <li key={entry.nav.key}>
                <Link to={`/${entry.path}`}>
                  <Icon />
                  {words(entry.nav.label)}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      {posts.length > 0 && (
        <section className="lk-card ls-posts">
          <h2>{t.post}</h2>
          {posts.map((one) => (
            <Button
              key={one.id}
              block
              type={one.id === post?.id ? 'primary' : 'default'}
              aria-pressed={one.id === post?.id}
              onClick={() => moves.switchPost(one.id)}
            >
              {words(one.title)} · {words(one.organisation)}
            </Button>
          ))}
        </section>
      )}
      <div className="lk-actions-row">
        <LanguageSwitch />
        <Button onClick={moves.signOut}>{t.signOut}</Button>
        <Button onClick={moves.signOutEverywhere}>{t.signOutEverywhere}</Button>
      </div>
    </PageFrame>
  );
}
