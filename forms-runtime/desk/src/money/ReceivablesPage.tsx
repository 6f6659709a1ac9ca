import type { ReceivableFilter } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { EmptyState } from '@irisflow/ui';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { type AddressFilters, useAddressFilters } from '../app/use-address-filters.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { MoneyFrame } from './MoneyFrame.tsx';
import { useMoneyText } from './money-texts.ts';
import { ReceivableTable } from './ReceivableTable.tsx';
import { type ReceivableFilters, useReceivables } from './use-receivables.ts';

const states = ['open', 'overdue', 'disputed', 'refund', 'all'] as const satisfies readonly ReceivableFilter[];

interface FiltersProps {
  readonly filters: ReceivableFilters;
  readonly onChange: AddressFilters['change'];
}

const Filters = ({ filters: { filter, search }, onChange }: FiltersProps) => {
  const t = useMoneyText();
  const desk = useDeskText();
  return (
    <search className="desk-filters desk-filters--bar" aria-label={desk('filters')}>
      <FilterSearch
        id="receivable-search"
        label={desk('filter.search')}
        hint={t('search.hint')}
        value={search}
        onChange={(typed) => onChange({ search: typed })}
      />
      <FilterSelect
        id="receivable-state"
        label={t('filter.state')}
        options={states.map((value) => ({ value, label: t(`filter.${value}`) }))}
        value={filter}
        onChange={(chosen) => onChange({ filter: chosen })}
      />
    </search>
  );
};

const Found = () => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { choice, text, change } = useAddressFilters();
  const search = text('search');
  const filters: ReceivableFilters = {
    filter: choice('filter', states) ?? 'open',
    ...(search !== undefined && { search }),
  };
  const query = useReceivables(filters);
  const sum = query.data?.pages.at(-1)?.rest;
  return (
    <div className="iris-stack">
      <Filters filters={filters} onChange={change} />
      {sum !== undefined && <p>{t('sum', { rest: amountText(sum) })}</p>}
      <PagedList query={query} empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}>
        {(receivables) => <ReceivableTable receivables={receivables} hasDebtor />}
      </PagedList>
    </div>
  );
};

/** What is owed to the administration, found by state, debtor and communication, and what is left of it together. */
export const ReceivablesPage = () => {
  const t = useMoneyText();
  const desk = useDeskText();
  return (
    <MoneyFrame title={desk('money.receivables')} lead={t('lead')}>
      <Found />
    </MoneyFrame>
  );
};
