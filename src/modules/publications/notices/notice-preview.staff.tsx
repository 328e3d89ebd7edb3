/** @jsxImportSource react */
import { Form } from 'antd';
import { useT } from '#kernel/workbench/language.tsx';
import { deskMessages } from './desk.messages.ts';
import { paragraphsOf } from './notice-text.rules.ts';

type PreviewProps = {
  readonly title: string;
  readonly body: string;
  /** The level of the title, one below the heading around it. */
  readonly level: 'h3' | 'h4';
};

/** Title and text by the same rules as the portal's page. */
export function NoticePreview({ title, body, level: Title }: PreviewProps) {
  const words = useT(deskMessages);
  const paragraphs = paragraphsOf(body);
  if (title.trim() === '' && paragraphs.length === 0)
    return <p className="lk-quiet">{words.previewEmpty}</p>;
  return (
    <article className="lk-card" lang="zh-CN">
      <Title>{title}</Title>
      {paragraphs.map((spans, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place in the text
        <p key={index} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {spans.map((span, at) =>
            span.href === undefined ? (
              span.text
            ) : (
              <a
                // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the text
                key={at}
                href={span.href}
                target="_blank"
                rel="noopener noreferrer nofollow"
              >
                {span.text}
              </a>
            ),
          )}
        </p>
      ))}
    </article>
  );
}

/** The preview of what is being typed into the form around it. */
export function LivePreview() {
  const words = useT(deskMessages);
  const form = Form.useFormInstance();
  const title: unknown = Form.useWatch('title', form);
  const body: unknown = Form.useWatch('body', form);
  return (
    <section className="lk-section">
      <h2>{words.preview}</h2>
      <NoticePreview level="h3" title={String(title ?? '')} body={String(body ?? '')} />
    </section>
  );
}
