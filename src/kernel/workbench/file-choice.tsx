/** @jsxImportSource react */
import { PaperClipOutlined } from '@ant-design/icons';
import { useId, useState } from 'react';
import { useT } from './language.tsx';
import { workbenchMessages } from './workbench.messages.ts';

/** Chooses files: the browser's own control under a button in the page's language, and what was chosen by name. */
export function FileChoice(props: {
  readonly label: string;
  /** What the button says. */
  readonly pick: string;
  readonly hint: string;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly optional?: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}) {
  const { form } = useT(workbenchMessages);
  const id = useId();
  const [names, setNames] = useState<readonly string[]>([]);
  return (
    <div className="lk-file">
      <span id={`${id}-label`}>
        {props.label}
        {props.optional && <span className="lk-unit">{form.optional}</span>}
      </span>
      <label className="lk-file-button">
        <PaperClipOutlined aria-hidden />
        <span id={`${id}-pick`}>{props.pick}</span>
        <input
          type="file"
          multiple={props.multiple ?? false}
          accept={props.accept}
          aria-labelledby={`${id}-label ${id}-pick`}
          aria-describedby={`${id}-hint ${id}-names`}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            setNames(files.map((file) => file.name));
            props.onChoose(files);
          }}
        />
      </label>
      <span id={`${id}-names`} role="status" className="lk-file-names">
        {names.join('、')}
      </span>
      <p id={`${id}-hint`} className="lk-quiet">
        {props.hint}
      </p>
    </div>
  );
}
