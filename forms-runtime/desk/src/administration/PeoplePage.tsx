import type { Role, StaffView } from '@irisflow/client';
import { Failure, useLocalized, usePerson } from '@irisflow/frame';
import { Button, ConfirmDialog, EmptyState, Skeleton, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { isPlatformAdministrator } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';
import { roles } from './GrantFields.tsx';
import { Invitations } from './Invitations.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { StaffTable } from './StaffTable.tsx';
import { useAdministrationChoices } from './use-administrations.ts';
import { useChangeStaff, useStaff, type StaffFilters } from './use-staff.ts';

const readFilters = (address: URLSearchParams): StaffFilters => {
  const search = address.get('search');
  const administration = address.get('administration');
  const role: Role | undefined = roles.find((known) => known === address.get('role'));
  return { ...(search && { search }), ...(role && { role }), ...(administration && { administration }) };
};

interface FilterBarProps {
  readonly filters: StaffFilters;
  readonly onChange: (name: keyof StaffFilters, value: string | undefined) => void;
}

const AdministrationFilter = ({ filters, onChange }: FilterBarProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { data: choices = [] } = useAdministrationChoices();
  return (
    <FilterSelect
      id="filter-administration"
      label={t('admin.administration')}
      all={t('filter.all')}
      options={choices.map(({ key, name }) => ({ value: key, label: read(name) }))}
      value={filters.administration}
      onChange={(value) => onChange('administration', value)}
    />
  );
};

const StaffFilterBar = ({ filters, onChange }: FilterBarProps) => {
  const t = useDeskText();
  const person = usePerson();
  return (
    <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
      <FilterSearch
        id="filter-search"
        label={t('filter.search')}
        hint={t('admin.people.search')}
        value={filters.search}
        onChange={(value) => onChange('search', value)}
      />
      <FilterSelect
        id="filter-role"
        label={t('account.roles')}
        all={t('admin.role.all')}
        options={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        value={filters.role}
        onChange={(value) => onChange('role', value)}
      />
      {isPlatformAdministrator(person) && <AdministrationFilter filters={filters} onChange={onChange} />}
    </search>
  );
};

const RemoveDialog = ({
  person,
  onClose,
}: {
  readonly person: StaffView | undefined;
  readonly onClose: () => void;
}) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useChangeStaff();
  const close = (): void => {
    change.reset();
    onClose();
  };
  const remove = (): void => {
    if (person === undefined) return;
    const onSuccess = (): void => {
      close();
      toast(t('admin.remove.done', { name: person.name }));
    };
    change.mutate({ kind: 'remove', personId: person.id }, { onSuccess });
  };
  return (
    <ConfirmDialog
      open={person !== undefined}
      title={t('admin.remove.title', { name: person?.name ?? '' })}
      confirm={t('admin.remove')}
      tone="danger"
      busy={change.isPending}
      onConfirm={remove}
      onClose={close}
    >
      {change.isError && <Failure error={change.error} />}
      <p>{t('admin.remove.text')}</p>
    </ConfirmDialog>
  );
};

const FoundStaff = ({ filters }: { readonly filters: StaffFilters }) => {
  const t = useDeskText();
  const [edited, setEdited] = useState<StaffView>();
  const [removed, setRemoved] = useState<StaffView>();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useStaff(filters);
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  const people = data.pages.flatMap(({ items }) => items);
  if (people.length === 0) return <EmptyState title={t('admin.none')}>{t('admin.none.text')}</EmptyState>;
  return (
    <div className="iris-stack">
      <StaffTable people={people} onEdit={setEdited} onRemove={setRemoved} />
      <div className="iris-row">
        <p className="iris-muted">{t('list.shown', { shown: people.length, total: data.pages.at(-1)?.total ?? 0 })}</p>
        {hasNextPage && (
          <Button tone="secondary" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
      <PersonDialog person={edited} onClose={() => setEdited(undefined)} />
      <RemoveDialog person={removed} onClose={() => setRemoved(undefined)} />
    </div>
  );
};

/** Who works here, who is invited, and the way to change it. */
export const PeoplePage = () => {
  const t = useDeskText();
  const [address, setAddress] = useSearchParams();
  const [isInviting, setInviting] = useState(false);
  const filters = readFilters(address);
  const change = (name: keyof StaffFilters, value: string | undefined): void => {
    const next = new URLSearchParams(address);
    next.delete(name);
    if (value !== undefined) next.set(name, value);
    setAddress(next, { replace: true });
  };
  return (
    <AdministrationFrame
      title={t('admin.people')}
      actions={<Button onClick={() => setInviting(true)}>{t('admin.invite')}</Button>}
    >
      <StaffFilterBar filters={filters} onChange={change} />
      <FoundStaff filters={filters} />
      <Invitations administration={filters.administration} />
      <InviteDialog open={isInviting} onClose={() => setInviting(false)} />
    </AdministrationFrame>
  );
};
