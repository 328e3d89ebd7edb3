/** @jsxImportSource react */
import { Form } from 'antd';
import { useT } from '#kernel/workbench/language.tsx';
import { Section } from '#kernel/workbench/record-drawer.tsx';
import { deskMessages } from './desk.messages.ts';
import { paragraphsOf } from './notice-text.rules.ts';

/** Title and text by the same rules as the portal's page. */
export function NoticePreview(props: { readonly title: string; readonly body: string }) {
  const words = useT(deskMessages);
  const paragraphs = paragraphsOf(props.body);
  return (
    <Section title={words.preview}>
      {props.title.trim() === '' && paragraphs.length === 0 ? (
        <p className="lk-quiet">{words.previewEmpty}</p>
      ) : (
        <article className="lk-card" lang="zh-CN">
          <h4>{props.title}</h4>
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
      )}
    </Section>
  );
}

/** The preview of what is being typed into the form around it. */
export function LivePreview() {
  const form = Form.useFormInstance();
  const title: unknown = Form.useWatch('title', form);
  const body: unknown = Form.useWatch('body', form);
  return <NoticePreview title={String(title ?? '')} body={String(body ?? '')} />;
}
