import type { AdministrationSummary } from '@irisflow/client';
import { Failure, useLocalized, usePerson } from '@irisflow/frame';
import { AppLink, Button, DataTable, EmptyState, Skeleton, useFormatters, useToast, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { isPlatformAdministrator } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AdministrationFrame } from './AdministrationFrame.tsx';
import { NamedDialog } from './NamedDialog.tsx';
import { useAdministrations, useChangeAdministration } from './use-administrations.ts';

const useColumns = (): readonly Column<AdministrationSummary>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { number } = useFormatters();
  return [
    {
      id: 'name',
      header: t('admin.name'),
      cell: ({ key, name }) => <AppLink href={`/administration/administrations/${key}`}>{read(name)}</AppLink>,
    },
    { id: 'key', header: t('admin.key'), cell: ({ key }) => <span className="desk-reference">{key}</span> },
    { id: 'people', header: t('admin.people'), kind: 'number', cell: ({ people }) => number(people) },
  ];
};

const AdministrationTable = ({ all }: { readonly all: readonly AdministrationSummary[] }) => {
  const t = useDeskText();
  const columns = useColumns();
  return (
    <DataTable
      caption={t('admin.administrations')}
      captionHidden
      rows={all}
      rowKey={({ key }) => key}
      columns={columns}
    />
  );
};

const FoundAdministrations = ({ search }: { readonly search: string | undefined }) => {
  const t = useDeskText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAdministrations(search);
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  const all = data.pages.flatMap(({ items }) => items);
  if (all.length === 0)
    return (
      <EmptyState title={t(search ? 'admin.none' : 'admin.administrations.empty')}>
        {t(search ? 'admin.none.text' : 'admin.administrations.empty.text')}
      </EmptyState>
    );
  return (
    <div className="iris-stack">
      <AdministrationTable all={all} />
      <div className="iris-row">
        <p className="iris-muted">{t('list.shown', { shown: all.length, total: data.pages.at(-1)?.total ?? 0 })}</p>
        {hasNextPage && (
          <Button tone="secondary" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </div>
  );
};

const NewAdministration = () => {
  const t = useDeskText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const change = useChangeAdministration();
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('admin.administrations.add')}</Button>
      <NamedDialog
        open={isOpen}
        title={t('admin.administrations.add')}
        known={undefined}
        services={undefined}
        busy={change.isPending}
        error={change.error}
        onClose={() => setOpen(false)}
        onSave={({ key, name }) =>
          change.mutate(
            { kind: 'create', key, name },
            {
              onSuccess: () => {
                toast(t('admin.saved'));
                navigate(`/administration/administrations/${key}`);
              },
            },
          )
        }
      />
    </>
  );
};

/** Every administration of the platform. */
export const AdministrationsPage = () => {
  const t = useDeskText();
  const person = usePerson();
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? undefined;
  return (
    <AdministrationFrame
      title={t('admin.administrations')}
      actions={isPlatformAdministrator(person) && <NewAdministration />}
    >
      <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
        <FilterSearch
          id="filter-search"
          label={t('filter.search')}
          hint={t('admin.administrations.search')}
          value={search}
          onChange={(text) => setAddress(text === undefined ? {} : { search: text }, { replace: true })}
        />
      </search>
      <FoundAdministrations search={search} />
    </AdministrationFrame>
  );
};
