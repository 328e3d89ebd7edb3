/** @jsxImportSource react */
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { Link } from 'react-router';
import { numberText } from './dates.ts';
import { useLanguage, useT } from './language.tsx';
import { workbenchMessages } from './workbench.messages.ts';

type FigureProps = {
  readonly label: string;
  /** Null: nothing to count yet. */
  readonly value: number | null;
  readonly unit: string;
  readonly digits?: number;
  /** For shares: what was counted, and out of how many. */
  readonly count?: number;
  readonly total?: number;
  readonly period: string;
  /** One sentence that says how it is counted. */
  readonly definition: string;
  /** Where the records behind it are. */
  readonly to?: string;
  readonly tone?: 'plain' | 'late';
};

/** A number that is honest: period and count beside it, definition one click away, records one click behind. */
export function Figure(props: FigureProps) {
  const { language } = useLanguage();
  const { figure } = useT(workbenchMessages);
  const text =
    props.value === null ? figure.noValue : numberText(language, props.value, props.digits);
  const value = (
    <>
      <span className={props.value === null ? 'lk-figure-none' : undefined}>{text}</span>
      {props.value !== null && <span className="lk-figure-unit">{props.unit}</span>}
    </>
  );
  return (
    <section
      className={`lk-card lk-figure lk-figure-${props.tone ?? 'plain'}`}
      aria-label={props.label}
    >
      <div className="lk-figure-label">
        {props.label}
        <Popover
          trigger="click"
          title={figure.how(props.label)}
          content={<p className="lk-figure-definition">{props.definition}</p>}
        >
          <Button
            type="text"
            size="small"
            aria-label={figure.how(props.label)}
            icon={<QuestionCircleOutlined />}
          />
        </Popover>
      </div>
      <div className="lk-figure-value">
        {props.to === undefined ? (
          value
        ) : (
          <Link to={props.to} title={figure.records}>
            {value}
          </Link>
        )}
      </div>
      <div className="lk-figure-note">
        {props.count !== undefined &&
          props.total !== undefined &&
          `${figure.of(numberText(language, props.count), numberText(language, props.total))} · `}
        {props.period}
      </div>
    </section>
  );
}
