import type { AllowedHostView } from '@irisflow/client';
import { Button, DataTable, useFormatters, VisuallyHidden, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

export interface AllowedHostTableProps {
  readonly hosts: readonly AllowedHostView[];
  readonly connectorName: (type: string) => string;
  readonly onRemove: (host: AllowedHostView) => void;
}

const useColumns = ({ connectorName, onRemove }: AllowedHostTableProps): readonly Column<AllowedHostView>[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return [
    { id: 'host', header: t('hosts.host'), cell: ({ host }) => <code className="desk-code">{host}</code> },
    { id: 'connector', header: t('hosts.connector'), cell: ({ connectorType }) => connectorName(connectorType) },
    { id: 'purpose', header: t('hosts.purpose'), cell: ({ purpose }) => purpose },
    {
      id: 'added',
      header: t('hosts.added'),
      cell: ({ addedAt, addedBy }) => (
        <>
          {dateTime(addedAt)}
          <span className="desk-line">{addedBy}</span>
        </>
      ),
    },
    {
      id: 'actions',
      header: t('admin.actions'),
      cell: (one) => (
        <Button tone="quiet" size="small" onClick={() => onRemove(one)}>
          {t('admin.remove')}
          <VisuallyHidden> {one.host}</VisuallyHidden>
        </Button>
      ),
    },
  ];
};

/** Where connectors may go, and why. */
export const AllowedHostTable = (props: AllowedHostTableProps) => {
  const t = useDeskText();
  const columns = useColumns(props);
  return <DataTable caption={t('hosts')} captionHidden rows={props.hosts} rowKey={({ id }) => id} columns={columns} />;
};
