/** @jsxImportSource react */
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useT } from './language.tsx';
import { type ListQuery, listAddress } from './listing.ts';
import { workbenchMessages } from './workbench.messages.ts';

/** Downloads everything that matches, not just what is shown: GET `source?…&format=csv|xlsx`. */
export function ExportMenu(props: { readonly source: string; readonly query: ListQuery }) {
  const { table } = useT(workbenchMessages);
  const link = (format: 'csv' | 'xlsx', label: string) => ({
    key: format,
    label: (
      <a href={listAddress(props.source, props.query, { format })} download>
        {label}
      </a>
    ),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [link('xlsx', table.exportXlsx), link('csv', table.exportCsv)] }}
    >
      <Button icon={<DownloadOutlined />}>{table.export}</Button>
    </Dropdown>
  );
}
