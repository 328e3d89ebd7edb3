/** @jsxImportSource react */

import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { fieldMessages } from '#kernel/pure/fields.messages.ts';
import { ApiError, type FieldFault, newKey } from './api.ts';
import { dropDraft, keepDraft, keptDraft } from './drafts.ts';
import { useT } from './language.tsx';
import { type CodeTexts, Problem } from './problems.tsx';
import { workbenchMessages } from './workbench.messages.ts';

type Labels = Map<string, string>;
const LabelsContext = createContext<Labels>(new Map());

/** A field's text for a server code: the module's own text first, then the kit's. */
function useFaultText(texts: CodeTexts): (fault: FieldFault) => string {
  const { form } = useT(workbenchMessages);
  const known: CodeTexts = { ...useT(fieldMessages), ...form.codes, ...texts };
  return ({ code }) => {
    const text = known[code] ?? form.codes.invalid;
    return typeof text === 'function' ? text({}) : text;
  };
}

/** 'place.building' of a server fault is ['place', 'building'] of the form. */
function pathOf(field: string): (string | number)[] {
  return field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

type ServerFormProps<Values, Answer> = {
  /** Names the draft; one per form and record: 'task-done:LL-1042'. */
  readonly name: string;
  /** Sends the values; `key` is the same for every try of this form, so a repeat counts once. */
  readonly send: (values: Values, key: string) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly initial?: Partial<Values>;
  readonly submit?: string;
  readonly onCancel?: () => void;
  /** Texts for the module's field and refusal codes. */
  readonly texts?: CodeTexts;
  readonly children: ReactNode;
};

/** A form that keeps what was typed until it is sent, and puts the server's faults at their fields. */
export function ServerForm<Values extends object, Answer>(props: ServerFormProps<Values, Answer>) {
  const { form: texts, common } = useT(workbenchMessages);
  const [form] = Form.useForm<Values>();
  const [labels] = useState<Labels>(() => new Map());
  const [kept, setKept] = useState(() => keptDraft(props.name));
  const key = useRef(newKey());
  const faultText = useFaultText(props.texts ?? {});
  const sending = useMutation({
    mutationFn: (values: Values) => props.send(values, key.current),
    onSuccess: (answer) => {
      dropDraft(props.name);
      key.current = newKey();
      props.onDone(answer);
    },
    onError: (error) => {
      if (!(error instanceof ApiError)) return;
      const fields = error.fields.map((fault) => ({
        name: pathOf(fault.field),
        errors: [faultText(fault)],
      }));
      form.setFields(fields as Parameters<typeof form.setFields>[0]);
    },
  });
  const faults = sending.error instanceof ApiError ? sending.error.fields : [];
  const discard = () => {
    dropDraft(props.name);
    setKept(null);
    form.resetFields();
    form.setFieldsValue((props.initial ?? {}) as Parameters<typeof form.setFieldsValue>[0]);
  };
  return (
    <LabelsContext value={labels}>
      <Form<Values>
        form={form}
        name={props.name.replace(/\W+/g, '-')}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...props.initial, ...kept }}
        onValuesChange={(_, values) => keepDraft(props.name, values)}
        onFinish={(values) => sending.mutate(values)}
        scrollToFirstError={{ focus: true }}
      >
        {kept !== null && (
          <Alert
            type="info"
            className="lk-form-kept"
            title={texts.kept}
            action={<Button onClick={discard}>{texts.newer}</Button>}
          />
        )}
        {sending.isError && faults.length === 0 && (
          <Problem error={sending.error} {...(props.texts && { texts: props.texts })} />
        )}
        {faults.length > 0 && (
          <div role="alert" className="lk-form-faults">
            <strong>{texts.summary}</strong>
            <ul>
              {faults.map((fault) => (
                <li key={`${fault.field} ${fault.code}`}>
                  <button
                    type="button"
                    className="lk-as-link"
                    onClick={() =>
                      form.scrollToField(pathOf(fault.field) as never, { focus: true })
                    }
                  >
                    {labels.get(fault.field) ?? fault.field}
                    {common.separator}
                    {faultText(fault)}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {props.children}
        <div className="lk-actions-row">
          <Button type="primary" htmlType="submit" loading={sending.isPending}>
            {props.submit ?? texts.send}
          </Button>
          {props.onCancel && <Button onClick={props.onCancel}>{common.cancel}</Button>}
        </div>
      </Form>
    </LabelsContext>
  );
}

/** One field of a ServerForm: label, hint, control. What may be left out says so; the rest is asked for. */
export function Field(props: {
  /** As the contract names it; 'place.building' for a part of an object. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** 'checked' for a single checkbox or switch. */
  readonly valueProp?: string;
  readonly children: ReactElement;
}) {
  const { form: texts } = useT(workbenchMessages);
  const labels = useContext(LabelsContext);
  useEffect(() => {
    labels.set(props.name, props.label);
  }, [labels, props.name, props.label]);
  return (
    <Form.Item
      name={pathOf(props.name)}
      label={
        props.optional ? (
          <>
            {props.label}
            <span className="lk-unit">{texts.optional}</span>
          </>
        ) : (
          props.label
        )
      }
      extra={props.hint}
      valuePropName={props.valueProp ?? 'value'}
      rules={props.optional ? [] : [{ required: true, message: texts.codes.required }]}
    >
      {props.children}
    </Form.Item>
  );
}
