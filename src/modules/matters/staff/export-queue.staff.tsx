/** @jsxImportSource react */
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useId, useState } from 'react';
import { useT } from '#kernel/workbench/language.tsx';
import { listAddress, useListQuery } from '#kernel/workbench/listing.ts';
import { staffMatterMessages } from './staff.messages.ts';

const EXPORT = '/api/v1/exports/matters';

/** The queue as it is filtered, as a file; what it is for goes with it. */
export function ExportQueue() {
  const { export: t } = useT(staffMatterMessages);
  const [query] = useListQuery();
  const [reason, setReason] = useState('');
  const id = useId();
  const isReady = reason.trim().length >= 2;
  const download = (format: 'csv' | 'xlsx') => (
    <Button
      type={format === 'xlsx' ? 'primary' : 'default'}
      disabled={!isReady}
      {...(isReady && { href: listAddress(EXPORT, query, { format, reason }) })}
      download
    >
      {t[format]}
    </Button>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="mt-export">
          <label htmlFor={id}>{t.reason}</label>
          <Input
            id={id}
            value={reason}
            maxLength={200}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setReason(event.target.value)}
          />
          <p id={`${id}-hint`} className="lk-quiet">
            {t.reasonHint}
          </p>
          <div className="lk-actions-row">
            {download('xlsx')}
            {download('csv')}
          </div>
        </div>
      }
    >
      <Button icon={<DownloadOutlined />}>{t.button}</Button>
    </Popover>
  );
}
