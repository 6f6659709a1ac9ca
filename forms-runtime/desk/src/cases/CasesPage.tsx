import { caseStatuses } from '@irisflow/client';
import { Page, useLocalized, usePerson } from '@irisflow/frame';
import { EmptyState, isLocale, LinkButton, locales } from '@irisflow/ui';
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { isCommunicator, isSupervisor } from '../session/clerk.ts';
import { CaseTable } from './CaseTable.tsx';
import { casesAddress, readCaseFilters, type CaseFilters } from './case-filters.ts';
import { useCases, useOwnStatuses, useStatusChoices } from './use-cases.ts';

const FoundCases = ({ filters }: { readonly filters: CaseFilters }) => {
  const t = useDeskText();
  return (
    <PagedList
      query={useCases(filters)}
      empty={<EmptyState title={t('cases.empty')}>{t('cases.empty.text')}</EmptyState>}
    >
      {(cases) => <CaseTable cases={cases} />}
    </PagedList>
  );
};

interface FiltersProps {
  readonly filters: CaseFilters;
}

const CaseFilterBar = ({ filters }: FiltersProps) => {
  const t = useDeskText();
  const [, navigate] = useLocation();
  const read = useLocalized();
  const statuses = useStatusChoices(filters.status);
  const own = useOwnStatuses();
  const change = (part: Parameters<typeof casesAddress>[0]): void =>
    navigate(casesAddress({ ...filters, ...part }), { replace: true });
  return (
    <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
      <FilterSearch
        id="filter-search"
        label={t('filter.search')}
        hint={t('filter.search.hint')}
        value={filters.search}
        onChange={(search) => change({ search })}
      />
      <FilterSelect
        id="filter-status"
        label={t('fact.status')}
        all={t('filter.all.status')}
        options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={filters.status}
        onChange={(status) => change({ status: caseStatuses.find((known) => known === status) })}
      />
      {own.length > 0 && (
        <FilterSelect
          id="filter-own"
          label={t('filter.own')}
          all={t('filter.all.status')}
          options={own.map(({ procedureKey, key, text }) => ({ value: `${procedureKey}/${key}`, label: read(text) }))}
          value={filters.own}
          onChange={(chosen) => change({ own: chosen })}
        />
      )}
      <FilterSelect
        id="filter-language"
        label={t('filter.language')}
        all={t('filter.all')}
        options={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={filters.language}
        onChange={(language) =>
          change({ language: language !== undefined && isLocale(language) ? language : undefined })
        }
      />
    </search>
  );
};

/** Every case of the administration, found by name, reference, status or language. */
export const CasesPage = () => {
  const t = useDeskText();
  const search = useSearch();
  const filters = useMemo(() => readCaseFilters(new URLSearchParams(search)), [search]);
  return (
    <Page
      title={t('nav.cases')}
      actions={
        <>
          <LinkButton href="/applications/new" tone="secondary" size="small" icon="plus">
            {t('opening.title')}
          </LinkButton>
          <LinkButton href="/post-room" tone="secondary" size="small">
            {t('notices.title')}
          </LinkButton>
          <LinkButton href="/rights" tone="secondary" size="small">
            {t('rights.title')}
          </LinkButton>
          <LinkButton href="/obligations" tone="secondary" size="small">
            {t('obligations.title')}
          </LinkButton>
          <LinkButton href="/quotas" tone="secondary" size="small">
            {t('quotas.title')}
          </LinkButton>
          {isCommunicator(usePerson()) && (
            <LinkButton href="/campaigns" tone="secondary" size="small">
              {t('campaigns.title')}
            </LinkButton>
          )}
          {isSupervisor(usePerson()) && (
            <LinkButton href="/case-imports" tone="secondary" size="small">
              {t('caseImports.title')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className="iris-stack">
        <CaseFilterBar filters={filters} />
        <FoundCases filters={filters} />
      </div>
    </Page>
  );
};
