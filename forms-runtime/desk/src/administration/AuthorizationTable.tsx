import type { SourceAuthorizationView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, DataTable, StatusTag, useFormatters, VisuallyHidden, type Column, type TagTone } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { authorizationState, type AuthorizationState } from './authorization-state.ts';
import { useSourceNames } from './use-source-names.ts';
import { useToday } from './use-today.ts';

const tones: { readonly [S in AuthorizationState]: TagTone } = {
  inForce: 'success',
  expired: 'warning',
  revoked: 'neutral',
};

interface CellProps {
  readonly one: SourceAuthorizationView;
}

const Fields = ({ one: { fields } }: CellProps) => {
  const t = useDeskText();
  if (fields.length === 0) return <span className="iris-muted">{t('authorizations.fields.none')}</span>;
  return (
    <ul className="desk-codes">
      {fields.map((field) => (
        <li key={field}>
          <code>{field}</code>
        </li>
      ))}
    </ul>
  );
};

const InForce = ({ one }: CellProps) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  const state = authorizationState(one, useToday());
  const until =
    one.validUntil === null
      ? t('authorizations.until.none')
      : t('authorizations.until.day', { until: date(one.validUntil) });
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`authorizations.state.${state}`)}</StatusTag>
      <span className="desk-line">
        {t('authorizations.granted', { at: dateTime(one.grantedAt), name: one.grantedBy })}
      </span>
      {one.revokedAt === null ? (
        <span className="desk-line">{until}</span>
      ) : (
        <span className="desk-line">
          {t('authorizations.ended', { at: dateTime(one.revokedAt), name: one.revokedBy ?? '' })}
        </span>
      )}
    </>
  );
};

const useColumns = (onRevoke: AuthorizationTableProps['onRevoke']): readonly Column<SourceAuthorizationView>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const names = useSourceNames();
  const revoke = (one: SourceAuthorizationView) => (
    <Button tone="quiet" size="small" onClick={() => onRevoke?.(one)}>
      {t('authorizations.revoke')}
      <VisuallyHidden>
        {' '}
        {names.procedure(one.procedureKey)}, {names.source(one)}
      </VisuallyHidden>
    </Button>
  );
  return [
    {
      id: 'who',
      header: t('authorizations.who'),
      cell: (one) => (
        <>
          <strong>{names.procedure(one.procedureKey)}</strong>
          <span className="desk-line">{names.source(one)}</span>
        </>
      ),
    },
    {
      id: 'why',
      header: t('authorizations.why'),
      cell: ({ purpose, legalBasis }) => (
        <>
          {read(purpose)}
          <span className="desk-line">{read(legalBasis)}</span>
        </>
      ),
    },
    { id: 'fields', header: t('authorizations.fields'), cell: (one) => <Fields one={one} /> },
    { id: 'inForce', header: t('authorizations.inForce'), cell: (one) => <InForce one={one} /> },
    ...(onRevoke === undefined ? [] : [{ id: 'actions', header: t('admin.actions'), cell: revoke }]),
  ];
};

export interface AuthorizationTableProps {
  readonly caption: string;
  readonly authorizations: readonly SourceAuthorizationView[];
  /** Without it nothing can be revoked: what ended stays as it was. */
  readonly onRevoke?: (authorization: SourceAuthorizationView) => void;
}

/** Which procedure may ask which source, why, and what of its answer it may use. */
export const AuthorizationTable = ({ caption, authorizations, onRevoke }: AuthorizationTableProps) => {
  const columns = useColumns(onRevoke);
  return <DataTable caption={caption} captionHidden rows={authorizations} rowKey={({ id }) => id} columns={columns} />;
};
