import type { ConnectorTokenView } from '@irisflow/client';
import { Button, DataTable, useFormatters, VisuallyHidden, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { TokenValidity } from './TokenValidity.tsx';

const Types = ({ token: { types } }: { readonly token: ConnectorTokenView }) => (
  <ul className="desk-codes">
    {types.map((type) => (
      <li key={type}>
        <code>{type}</code>
      </li>
    ))}
  </ul>
);

export interface TokenTableProps {
  readonly tokens: readonly ConnectorTokenView[];
  readonly onRevoke: (token: ConnectorTokenView) => void;
}

const useColumns = (onRevoke: TokenTableProps['onRevoke']): readonly Column<ConnectorTokenView>[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const revoke = (token: ConnectorTokenView) =>
    token.revokedAt !== null ? (
      '–'
    ) : (
      <Button tone="quiet" size="small" onClick={() => onRevoke(token)}>
        {t('tokens.revoke')}
        <VisuallyHidden> {token.name}</VisuallyHidden>
      </Button>
    );
  return [
    {
      id: 'name',
      header: t('tokens.name'),
      cell: ({ name, createdAt, createdBy }) => (
        <>
          <strong>{name}</strong>
          <span className="desk-line">{t('tokens.created', { at: dateTime(createdAt), name: createdBy })}</span>
        </>
      ),
    },
    { id: 'types', header: t('tokens.types'), cell: (token) => <Types token={token} /> },
    {
      id: 'used',
      header: t('tokens.used'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('tokens.used.never') : dateTime(lastUsedAt)),
    },
    { id: 'validity', header: t('tokens.validity'), cell: (token) => <TokenValidity token={token} /> },
    { id: 'actions', header: t('admin.actions'), cell: revoke },
  ];
};

/** Who may do jobs of which types, since when and until when. */
export const TokenTable = ({ tokens, onRevoke }: TokenTableProps) => {
  const t = useDeskText();
  const columns = useColumns(onRevoke);
  return <DataTable caption={t('tokens')} captionHidden rows={tokens} rowKey={({ id }) => id} columns={columns} />;
};
