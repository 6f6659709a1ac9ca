import type { PayableFilter } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { EmptyState } from '@irisflow/ui';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { type AddressFilters, useAddressFilters } from '../app/use-address-filters.ts';
import { MoneyFrame } from '../money/MoneyFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { GatherBatch } from './GatherBatch.tsx';
import { PayableTable } from './PayableTable.tsx';
import { usePayoutText } from './payout-texts.ts';
import { type PayableFilters, usePayables } from './use-payouts.ts';

const filtersOfState = [
  'ordered',
  'due',
  'released',
  'rejected',
  'executed',
  'all',
] as const satisfies readonly PayableFilter[];

interface FiltersProps {
  readonly filters: PayableFilters;
  readonly onChange: AddressFilters['change'];
}

const Filters = ({ filters: { filter, search }, onChange }: FiltersProps) => {
  const t = usePayoutText();
  const desk = useDeskText();
  return (
    <search className="desk-filters desk-filters--bar" aria-label={desk('filters')}>
      <FilterSearch
        id="payable-search"
        label={desk('filter.search')}
        hint={t('search.hint')}
        value={search}
        onChange={(typed) => onChange({ search: typed })}
      />
      <FilterSelect
        id="payable-state"
        label={t('state')}
        options={filtersOfState.map((value) => ({ value, label: t(`filter.${value}`) }))}
        value={filter}
        onChange={(chosen) => onChange({ filter: chosen })}
      />
    </search>
  );
};

const Found = () => {
  const t = usePayoutText();
  const amountText = useAmountText();
  const { choice, text, change } = useAddressFilters();
  const search = text('search');
  const filters: PayableFilters = {
    filter: choice('filter', filtersOfState) ?? 'ordered',
    ...(search !== undefined && { search }),
  };
  const query = usePayables(filters);
  const sum = query.data?.pages.at(-1)?.amount;
  return (
    <div className="iris-stack">
      <Filters filters={filters} onChange={change} />
      {sum !== undefined && <p>{t('sum', { amount: amountText(sum) })}</p>}
      <PagedList query={query} empty={<EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>}>
        {(payables) => <PayableTable payables={payables} />}
      </PagedList>
    </div>
  );
};

/** What the administration pays out, found by state and payee, and the way to a batch of it. */
export const PayablesPage = () => (
  <MoneyFrame title={useDeskText()('money.payouts')} lead={usePayoutText()('lead')} actions={<GatherBatch />}>
    <Found />
  </MoneyFrame>
);
