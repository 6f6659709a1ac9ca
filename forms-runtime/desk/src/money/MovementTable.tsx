import type { MovementState, MovementView, StatementView } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, StatusTag, type TagTone, useFormatters } from '@irisflow/ui';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { type AddressFilters, useAddressFilters } from '../app/use-address-filters.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMoneyText } from './money-texts.ts';
import { type MovementFilters, useMovements } from './use-statements.ts';

const states = [
  'matched',
  'unmatched',
  'misfit',
  'settled',
  'cameBack',
  'tookBack',
  'outgoing',
  'waiting',
] as const satisfies readonly MovementState[];

const tones = {
  waiting: 'neutral',
  matched: 'success',
  unmatched: 'warning',
  tookBack: 'danger',
  outgoing: 'neutral',
  settled: 'success',
  cameBack: 'danger',
  misfit: 'warning',
} as const satisfies Record<MovementState, TagTone>;

/** What the books made of a movement leads to the payment or the batch that it is. */
const Outcome = ({ movement: { state, paymentId, batchId, misfit, amount } }: { readonly movement: MovementView }) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`movement.${state}`)}</StatusTag>
      {paymentId !== null && (
        <AppLink
          href={`/money/payments/${paymentId}`}
          className="desk-movement__payment"
          aria-label={t('payment.of', { amount: amountText(amount) })}
        >
          {t('payment')}
        </AppLink>
      )}
      {batchId !== null && (
        <AppLink
          href={`/money/batches/${batchId}`}
          className="desk-movement__payment"
          aria-label={t('batch.of', { amount: amountText(amount) })}
        >
          {t('batch')}
        </AppLink>
      )}
      {misfit !== null && <span className="desk-movement__account">{t(`misfit.${misfit}`)}</span>}
    </>
  );
};

const OtherSide = ({ movement: { counterparty, counterpartyAccount } }: { readonly movement: MovementView }) => (
  <>
    {counterparty || '–'}
    {counterpartyAccount !== '' && <span className="desk-movement__account">{counterpartyAccount}</span>}
  </>
);

const useColumns = (): readonly Column<MovementView>[] => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { date, number } = useFormatters();
  return [
    { id: 'place', header: t('movement.place'), kind: 'number', cell: ({ place }) => number(place) },
    { id: 'day', header: t('movement.day'), cell: ({ bookedOn }) => date(bookedOn) },
    { id: 'side', header: t('movement.side'), cell: (movement) => <OtherSide movement={movement} /> },
    {
      id: 'communication',
      header: t('communication'),
      cell: ({ communication, returnReason }) => (
        <span className="desk-communication">
          {communication || '–'}
          {returnReason !== null && ` ${t('movement.returned', { reason: returnReason })}`}
        </span>
      ),
    },
    { id: 'amount', header: t('amount'), kind: 'number', cell: ({ amount }) => amountText(amount) },
    { id: 'outcome', header: t('movement.outcome'), cell: (movement) => <Outcome movement={movement} /> },
  ];
};

interface FiltersProps {
  readonly counts: StatementView['counts'];
  readonly filters: MovementFilters;
  readonly onChange: AddressFilters['change'];
}

const Filters = ({ counts, filters: { state, search }, onChange }: FiltersProps) => {
  const t = useMoneyText();
  const desk = useDeskText();
  const { number } = useFormatters();
  return (
    <search className="desk-filters desk-filters--bar" aria-label={desk('filters')}>
      <FilterSearch
        id="movement-search"
        label={desk('filter.search')}
        hint={t('movement.search.hint')}
        value={search}
        onChange={(typed) => onChange({ search: typed })}
      />
      <FilterSelect
        id="movement-state"
        label={t('movement.outcome')}
        all={t('filter.all')}
        options={states
          .filter((value) => counts[value] > 0 || value === state)
          .map((value) => ({ value, label: `${t(`movement.${value}`)} (${number(counts[value])})` }))}
        value={state}
        onChange={(chosen) => onChange({ state: chosen })}
      />
    </search>
  );
};

/** What moved on an account, by what the books made of it. */
export const MovementTable = ({ statement: { id, isBooked, counts } }: { readonly statement: StatementView }) => {
  const t = useMoneyText();
  const { choice, text, change } = useAddressFilters();
  const state = choice('state', states);
  const search = text('search');
  const filters: MovementFilters = {
    ...(state !== undefined && { state }),
    ...(search !== undefined && { search }),
  };
  const columns = useColumns();
  return (
    <div className="iris-stack">
      <Filters counts={counts} filters={filters} onChange={change} />
      <PagedList
        query={useMovements(id, isBooked, filters)}
        empty={<EmptyState title={t('movement.empty')}>{t('movement.empty.text')}</EmptyState>}
      >
        {(movements) => (
          <DataTable
            caption={t('movements')}
            captionHidden
            columns={columns}
            rows={movements}
            rowKey={({ place }) => String(place)}
          />
        )}
      </PagedList>
    </div>
  );
};
