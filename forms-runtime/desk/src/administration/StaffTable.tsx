import type { StaffView } from '@irisflow/client';
import { Button, DataTable, StatusTag, VisuallyHidden, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { RoleWords } from './RoleWords.tsx';
import { useAdministrationName } from './use-administration-name.ts';

const Actions = ({ person, onEdit, onRemove }: RowProps) => {
  const t = useDeskText();
  if (person.isMe) return <span className="iris-muted">{t('admin.people.me')}</span>;
  if (person.rolesFrom === 'provider') return <span className="iris-muted">{t('admin.people.claims')}</span>;
  return (
    <div className="iris-row">
      <Button tone="secondary" size="small" onClick={() => onEdit(person)}>
        {t('admin.edit')}
        <VisuallyHidden> {person.name}</VisuallyHidden>
      </Button>
      <Button tone="quiet" size="small" onClick={() => onRemove(person)}>
        {t('admin.remove')}
        <VisuallyHidden> {person.name}</VisuallyHidden>
      </Button>
    </div>
  );
};

interface Handlers {
  readonly onEdit: (person: StaffView) => void;
  readonly onRemove: (person: StaffView) => void;
}

interface RowProps extends Handlers {
  readonly person: StaffView;
}

export interface StaffTableProps extends Handlers {
  readonly people: readonly StaffView[];
}

const useColumns = (handlers: Handlers): readonly Column<StaffView>[] => {
  const t = useDeskText();
  const nameOf = useAdministrationName();
  return [
    {
      id: 'name',
      header: t('account.name'),
      cell: ({ name, email }) => (
        <>
          <strong>{name}</strong>
          {email !== null && <span className="desk-task__procedure">{email}</span>}
        </>
      ),
    },
    {
      id: 'administration',
      header: t('admin.administration'),
      cell: ({ administration }) =>
        administration === null ? <StatusTag tone="accent">{nameOf(null)}</StatusTag> : nameOf(administration),
    },
    { id: 'roles', header: t('account.roles'), cell: ({ roles }) => <RoleWords roles={roles} /> },
    { id: 'groups', header: t('admin.groups'), cell: ({ groups }) => groups.join(', ') || '–' },
    { id: 'actions', header: t('admin.actions'), cell: (person) => <Actions person={person} {...handlers} /> },
  ];
};

/** Who works here, in which roles and groups. */
export const StaffTable = ({ people, ...handlers }: StaffTableProps) => {
  const t = useDeskText();
  const columns = useColumns(handlers);
  return (
    <DataTable caption={t('admin.people')} captionHidden rows={people} rowKey={({ id }) => id} columns={columns} />
  );
};
