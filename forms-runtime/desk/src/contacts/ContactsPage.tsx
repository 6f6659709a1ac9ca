import type { ContactSummary } from '@irisflow/client';
import { Page } from '@irisflow/frame';
import { EmptyState, LinkButton } from '@irisflow/ui';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { RowTable } from '../app/RowTable.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ContactRow } from './ContactRow.tsx';
import {
  contactKinds,
  contactsAddress,
  contactStates,
  contactWaits,
  readContactFilters,
  type ContactFilters,
} from './contact-filters.ts';
import { useContacts } from './use-contacts.ts';

const ContactTable = ({ contacts }: { readonly contacts: readonly ContactSummary[] }) => {
  const t = useDeskText();
  return (
    <RowTable
      caption={t('nav.contacts')}
      columns={[t('contact.dueOn'), t('contact.who'), t('contact.received'), t('column.language'), t('fact.status')]}
      ids={contacts.map(({ id }) => id)}
    >
      {contacts.map((contact) => (
        <ContactRow key={contact.id} contact={contact} />
      ))}
    </RowTable>
  );
};

interface FiltersProps {
  readonly filters: ContactFilters;
}

const FoundContacts = ({ filters }: FiltersProps) => {
  const t = useDeskText();
  return (
    <PagedList
      query={useContacts(filters)}
      empty={<EmptyState title={t('contacts.empty')}>{t('contacts.empty.text')}</EmptyState>}
    >
      {(contacts) => <ContactTable contacts={contacts} />}
    </PagedList>
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
      <FilterSelect
        id="filter-waiting"
        label={t('contacts.waiting')}
        all={t('contacts.all')}
        options={contactWaits.map((value) => ({ value, label: t(`contacts.waiting.${value}`) }))}
        value={filters.waiting}
        onChange={(waiting) => change({ waiting: contactWaits.find((known) => known === waiting) })}
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
        <div className="iris-row">
          <LinkButton href="/counters" tone="secondary" size="small">
            {t('counters')}
          </LinkButton>
          <LinkButton href="/contacts/new" size="small">
            {t('contact.new')}
          </LinkButton>
        </div>
      }
    >
      <div className="iris-stack">
        <ContactFilterBar filters={filters} />
        <FoundContacts filters={filters} />
      </div>
    </Page>
  );
};
