import type { BatchSummary } from '@irisflow/client';
import { Answered, useAmountText } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, useFormatters } from '@irisflow/ui';
import { MoneyFrame } from '../money/MoneyFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { BatchStateTag } from './BatchStateTag.tsx';
import { usePayoutText } from './payout-texts.ts';
import { TakeAnswer } from './TakeAnswer.tsx';
import { useBatches } from './use-payouts.ts';

const useColumns = (): readonly Column<BatchSummary>[] => {
  const t = usePayoutText();
  const amountText = useAmountText();
  const { date, dateTime, number } = useFormatters();
  return [
    {
      id: 'batch',
      header: t('batch'),
      cell: ({ id, madeAt }) => <AppLink href={`/money/batches/${id}`}>{dateTime(madeAt)}</AppLink>,
    },
    { id: 'on', header: t('executeOn'), cell: ({ executeOn }) => date(executeOn) },
    { id: 'orders', header: t('orders'), kind: 'number', cell: ({ orders }) => number(orders) },
    { id: 'total', header: t('total'), kind: 'number', cell: ({ total }) => amountText(total) },
    { id: 'rejected', header: t('rejected'), kind: 'number', cell: ({ rejected }) => amountText(rejected) },
    { id: 'state', header: t('state'), cell: ({ state }) => <BatchStateTag state={state} /> },
  ];
};

/** The batches in which payments leave, and the way in for what a bank answers. */
export const BatchesPage = () => {
  const t = usePayoutText();
  const desk = useDeskText();
  const columns = useColumns();
  return (
    <MoneyFrame title={desk('money.batches')} lead={t('batches.lead')} actions={<TakeAnswer />}>
      <Answered query={useBatches()}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('batches.empty')}>{t('batches.empty.text')}</EmptyState>
          ) : (
            <DataTable
              caption={desk('money.batches')}
              captionHidden
              columns={columns}
              rows={all}
              rowKey={({ id }) => id}
            />
          )
        }
      </Answered>
    </MoneyFrame>
  );
};
