/** @jsxImportSource react */
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Empty } from '#kernel/workbench/empty.tsx';
import { useT } from '#kernel/workbench/language.tsx';
import { PageFrame } from '#kernel/workbench/page.tsx';
import { staffMessages } from './staff.messages.ts';

/** For an address without a page. */
export function MissingPage() {
  const t = useT(staffMessages);
  return (
    <PageFrame title={t.missing}>
      <Empty title={t.missingText} hint={t.missingHint} action={<Link to="/">{t.toFirst}</Link>} />
    </PageFrame>
  );
}

/** For a page that another post may open. */
export function NotHerePage() {
  const t = useT(staffMessages);
  return (
    <PageFrame title={t.notHere}>
      <Empty title={t.notHereText} hint={t.notHereHint} action={<Link to="/">{t.toFirst}</Link>} />
    </PageFrame>
  );
}

/** For an account without a present appointment. */
export function NoPostPage() {
  const t = useT(staffMessages);
  return (
    <PageFrame title={t.noPost}>
      <Empty title={t.noPost} hint={t.noPostText} />
    </PageFrame>
  );
}

function BrokenPage() {
  const t = useT(staffMessages);
  return (
    <PageFrame title={t.broken}>
      <div role="alert">
        <Empty
          title={t.broken}
          hint={t.brokenText}
          action={<Button onClick={() => window.location.reload()}>{t.reload}</Button>}
        />
      </div>
    </PageFrame>
  );
}

/** Keeps a page's fault inside the page: the menu and the other pages go on. Remount it by `key` on navigation. */
export class Fence extends Component<
  { readonly children: ReactNode },
  { readonly broken: boolean }
> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}
