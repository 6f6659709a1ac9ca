import type { ApiTokenView } from '@irisflow/client';
import { Button, DataTable, useFormatters, VisuallyHidden, type Column } from '@irisflow/ui';
import { TokenValidity } from '../administration/TokenValidity.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ProcedureNames } from './ProcedureChoice.tsx';

const Reach = ({ token: { scopes, procedures, addresses } }: { readonly token: ApiTokenView }) => {
  const t = useDeskText();
  return (
    <>
      {scopes.map((scope) => t(`apiTokens.scope.${scope}`)).join(' · ')}
      <span className="desk-line">
        <ProcedureNames keys={procedures} />
      </span>
      {addresses !== null && <span className="desk-line">{t('apiTokens.from', { places: addresses.join(', ') })}</span>}
    </>
  );
};

export interface ApiTokenTableProps {
  readonly tokens: readonly ApiTokenView[];
  readonly onRenew: (token: ApiTokenView) => void;
  readonly onRevoke: (token: ApiTokenView) => void;
}

const Actions = ({
  token,
  onRenew,
  onRevoke,
}: Omit<ApiTokenTableProps, 'tokens'> & { readonly token: ApiTokenView }) => {
  const t = useDeskText();
  if (token.revokedAt !== null) return '–';
  return (
    <div className="iris-row">
      <Button tone="quiet" size="small" onClick={() => onRenew(token)}>
        {t('apiTokens.renew')}
        <VisuallyHidden> {token.name}</VisuallyHidden>
      </Button>
      <Button tone="quiet" size="small" onClick={() => onRevoke(token)}>
        {t('tokens.revoke')}
        <VisuallyHidden> {token.name}</VisuallyHidden>
      </Button>
    </div>
  );
};

const useColumns = (acts: Omit<ApiTokenTableProps, 'tokens'>): readonly Column<ApiTokenView>[] => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
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
    { id: 'scopes', header: t('apiTokens.scopes'), cell: (token) => <Reach token={token} /> },
    {
      id: 'used',
      header: t('tokens.used'),
      cell: ({ lastUsedAt, lastUsedFrom }) =>
        lastUsedAt === null ? (
          t('tokens.used.never')
        ) : (
          <>
            {dateTime(lastUsedAt)}
            <span className="desk-line">{lastUsedFrom}</span>
          </>
        ),
    },
    { id: 'validity', header: t('tokens.validity'), cell: (token) => <TokenValidity token={token} /> },
    { id: 'actions', header: t('admin.actions'), cell: (token) => <Actions {...acts} token={token} /> },
  ];
};

/** Which systems may do what, since when and until when. */
export const ApiTokenTable = ({ tokens, ...acts }: ApiTokenTableProps) => {
  const t = useDeskText();
  const columns = useColumns(acts);
  return <DataTable caption={t('apiTokens')} captionHidden rows={tokens} rowKey={({ id }) => id} columns={columns} />;
};
