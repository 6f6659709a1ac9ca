import type { WaitingFilter, WaitingPayment } from '@irisflow/client';
import { isSome, useAmountText, useLocalized } from '@irisflow/frame';
import { AppLink, Button, type Column, DataTable, Dialog, EmptyState, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { type AddressFilters, useAddressFilters } from '../app/use-address-filters.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AllotForm, choiceOf } from './AllotForm.tsx';
import { MoneyFrame } from './MoneyFrame.tsx';
import { useMoneyText } from './money-texts.ts';
import { TakePayment } from './TakePayment.tsx';
import { useWaitingPayments, type WaitingFilters } from './use-payments.ts';

const filters = ['waits', 'refund'] as const satisfies readonly WaitingFilter[];

/** Who paid, what they wrote, what a colleague noted, and the one receivable that fits. */
const PaymentCell = ({ payment: { id, payer, reference, note, proposal } }: { readonly payment: WaitingPayment }) => {
  const t = useMoneyText();
  const read = useLocalized();
  const amountText = useAmountText();
  return (
    <>
      <AppLink href={`/money/payments/${id}`}>{payer || t('payer.unknown')}</AppLink>
      {reference !== '' && <span className="desk-payment__said">{reference}</span>}
      {note !== null && <span className="desk-payment__note">{t('note.said', { note })}</span>}
      {proposal !== null && (
        <span className="desk-payment__proposal">
          {t('proposal.one', {
            label: read(proposal.label),
            debtor: proposal.debtor ?? '',
            rest: amountText(proposal.rest),
          })}
        </span>
      )}
    </>
  );
};

const useColumns = (onAllot: (payment: WaitingPayment) => void): readonly Column<WaitingPayment>[] => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { date } = useFormatters();
  return [
    { id: 'day', header: t('day'), cell: ({ day }) => date(day) },
    { id: 'payer', header: t('payer'), cell: (payment) => <PaymentCell payment={payment} /> },
    { id: 'channel', header: t('channel'), cell: ({ channel }) => t(`channel.${channel}`) },
    { id: 'amount', header: t('amount'), kind: 'number', cell: ({ amount }) => amountText(amount) },
    { id: 'rest', header: t('unrecognized.rest'), kind: 'number', cell: ({ rest }) => amountText(rest) },
    {
      id: 'refund',
      header: t('refundDue'),
      kind: 'number',
      cell: ({ refundDue }) => (isSome(refundDue) ? amountText(refundDue) : '–'),
    },
    {
      id: 'actions',
      header: t('actions'),
      cell: (payment) =>
        isSome(payment.rest) && (
          <Button
            tone="secondary"
            size="small"
            aria-label={t('allot.of', { amount: amountText(payment.amount), day: date(payment.day) })}
            onClick={() => onAllot(payment)}
          >
            {t('allot')}
          </Button>
        ),
    },
  ];
};

const PaymentTable = ({ payments }: { readonly payments: readonly WaitingPayment[] }) => {
  const t = useMoneyText();
  const desk = useDeskText();
  const [chosen, setChosen] = useState<WaitingPayment>();
  const columns = useColumns(setChosen);
  const close = (): void => setChosen(undefined);
  return (
    <>
      <DataTable
        caption={desk('money.unrecognized')}
        captionHidden
        columns={columns}
        rows={payments}
        rowKey={({ id }) => id}
      />
      <Dialog open={chosen !== undefined} title={t('allot.title')} onClose={close}>
        {chosen !== undefined && (
          <AllotForm
            payment={chosen}
            first={chosen.proposal === null ? undefined : choiceOf(chosen.proposal)}
            onClose={close}
          />
        )}
      </Dialog>
    </>
  );
};

interface FiltersProps {
  readonly chosen: WaitingFilters;
  readonly onChange: AddressFilters['change'];
}

const Filters = ({ chosen: { filter, search }, onChange }: FiltersProps) => {
  const t = useMoneyText();
  const desk = useDeskText();
  return (
    <search className="desk-filters desk-filters--bar" aria-label={desk('filters')}>
      <FilterSearch
        id="payment-search"
        label={desk('filter.search')}
        hint={t('unrecognized.search.hint')}
        value={search}
        onChange={(typed) => onChange({ search: typed })}
      />
      <FilterSelect
        id="payment-filter"
        label={t('filter.state')}
        options={filters.map((value) => ({ value, label: t(`unrecognized.${value}`) }))}
        value={filter}
        onChange={(value) => onChange({ filter: value })}
      />
    </search>
  );
};

const Found = () => {
  const t = useMoneyText();
  const { choice, text, change } = useAddressFilters();
  const search = text('search');
  const chosen: WaitingFilters = {
    filter: choice('filter', filters) ?? 'waits',
    ...(search !== undefined && { search }),
  };
  const isEverything = chosen.filter === 'waits' && chosen.search === undefined;
  return (
    <div className="iris-stack">
      <Filters chosen={chosen} onChange={change} />
      <PagedList
        query={useWaitingPayments(chosen)}
        empty={
          isEverything ? (
            <EmptyState title={t('unrecognized.empty')}>{t('unrecognized.empty.text')}</EmptyState>
          ) : (
            <EmptyState title={t('unrecognized.none')}>{t('unrecognized.none.text')}</EmptyState>
          )
        }
      >
        {(payments) => <PaymentTable payments={payments} />}
      </PagedList>
    </div>
  );
};

/** Money that nobody has recognized, and what it is for once somebody has. */
export const UnrecognizedPage = () => {
  const t = useMoneyText();
  const desk = useDeskText();
  return (
    <MoneyFrame title={desk('money.unrecognized')} lead={t('unrecognized.lead')} actions={<TakePayment />}>
      <Found />
    </MoneyFrame>
  );
};
