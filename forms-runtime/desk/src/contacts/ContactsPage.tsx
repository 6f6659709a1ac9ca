import type { ContactSummary } from '@irisflow/client';
import { Failure, Page } from '@irisflow/frame';
import { Button, EmptyState, LinkButton, Skeleton } from '@irisflow/ui';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRowFocus } from '../worklist/use-row-focus.ts';
import { ContactRow } from './ContactRow.tsx';
import {
  contactKinds,
  contactsAddress,
  contactStates,
  readContactFilters,
  type ContactFilters,
} from './contact-filters.ts';
import { useContacts } from './use-contacts.ts';

const ContactTable = ({ contacts }: { readonly contacts: readonly ContactSummary[] }) => {
  const t = useDeskText();
  const ids = useMemo(() => contacts.map(({ id }) => id), [contacts]);
  const { list, onFocus, move } = useRowFocus(ids);
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById('filter-search')?.focus(),
  });
  return (
    <div ref={list} onFocus={onFocus}>
      <table className="desk-tasks">
        <caption className="iris-visually-hidden">{t('nav.contacts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('contact.dueOn')}</th>
            <th scope="col">{t('contact.who')}</th>
            <th scope="col">{t('contact.received')}</th>
            <th scope="col">{t('column.language')}</th>
            <th scope="col">{t('fact.status')}</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

interface FiltersProps {
  readonly filters: ContactFilters;
}

const FoundContacts = ({ filters }: FiltersProps) => {
  const t = useDeskText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useContacts(filters);
  const contacts = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  if (contacts.length === 0) return <EmptyState title={t('contacts.empty')}>{t('contacts.empty.text')}</EmptyState>;
  return (
    <div className="iris-stack">
      <ContactTable contacts={contacts} />
      <div className="iris-row">
        <p className="iris-muted">
          {t('list.shown', { shown: contacts.length, total: data.pages.at(-1)?.total ?? 0 })}
        </p>
        {hasNextPage && (
          <Button tone="secondary" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </div>
  );
};

const ContactFilterBar = ({ filters }: FiltersProps) => {
  const t = useDeskText();
  const [, navigate] = useLocation();
  const change = (part: Parameters<typeof contactsAddress>[0]): void =>
    navigate(contactsAddress({ ...filters, ...part }), { replace: true });
  return (
    <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
      <FilterSearch
        id="filter-search"
        label={t('filter.search')}
        hint={t('contacts.search.hint')}
        value={filters.search}
        onChange={(search) => change({ search })}
      />
      <FilterSelect
        id="filter-state"
        label={t('fact.status')}
        all={t('contacts.all')}
        options={contactStates.map((value) => ({ value, label: t(`contact.state.${value}`) }))}
        value={filters.state}
        onChange={(state) => change({ state: contactStates.find((known) => known === state) })}
      />
      <FilterSelect
        id="filter-kind"
        label={t('contact.kind')}
        all={t('contacts.all')}
        options={contactKinds.map((value) => ({ value, label: t(`contact.kind.${value}`) }))}
        value={filters.kind}
        onChange={(kind) => change({ kind: contactKinds.find((known) => known === kind) })}
      />
    </search>
  );
};

/** Who called, came or wrote, found by name, number or subject. */
export const ContactsPage = () => {
  const t = useDeskText();
  const search = useSearch();
  const filters = useMemo(() => readContactFilters(new URLSearchParams(search)), [search]);
  return (
    <Page
      title={t('nav.contacts')}
      actions={
        <LinkButton href="/contacts/new" size="small">
          {t('contact.new')}
        </LinkButton>
      }
    >
      <div className="iris-stack">
        <ContactFilterBar filters={filters} />
        <FoundContacts filters={filters} />
      </div>
    </Page>
  );
};
