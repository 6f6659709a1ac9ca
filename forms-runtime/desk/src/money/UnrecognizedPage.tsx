import type { UnrecognizedView } from '@irisflow/client';
import { Answered, useAmountText } from '@irisflow/frame';
import { Button, type Column, DataTable, Dialog, EmptyState, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AllotForm } from './AllotForm.tsx';
import { MoneyFrame } from './MoneyFrame.tsx';
import { useMoneyText } from './money-texts.ts';
import { TakePayment } from './TakePayment.tsx';
import { useUnrecognized } from './use-payments.ts';

const useColumns = (onAllot: (payment: UnrecognizedView) => void): readonly Column<UnrecognizedView>[] => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { date } = useFormatters();
  return [
    { id: 'day', header: t('day'), cell: ({ day }) => date(day) },
    { id: 'payer', header: t('payer'), cell: ({ payer }) => payer },
    { id: 'reference', header: t('reference'), cell: ({ reference }) => reference },
    { id: 'channel', header: t('channel'), cell: ({ channel }) => t(`channel.${channel}`) },
    { id: 'amount', header: t('amount'), kind: 'number', cell: ({ amount }) => amountText(amount) },
    { id: 'rest', header: t('unrecognized.rest'), kind: 'number', cell: ({ rest }) => amountText(rest) },
    {
      id: 'actions',
      header: t('actions'),
      cell: (payment) => (
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

const PaymentList = ({ payments }: { readonly payments: readonly UnrecognizedView[] }) => {
  const t = useMoneyText();
  const desk = useDeskText();
  const [chosen, setChosen] = useState<UnrecognizedView>();
  const columns = useColumns(setChosen);
  const close = (): void => setChosen(undefined);
  return (
    <>
      {payments.length === 0 ? (
        <EmptyState title={t('unrecognized.empty')}>{t('unrecognized.empty.text')}</EmptyState>
      ) : (
        <DataTable
          caption={desk('money.unrecognized')}
          captionHidden
          columns={columns}
          rows={payments}
          rowKey={({ id }) => id}
        />
      )}
      <Dialog open={chosen !== undefined} title={t('allot.title')} onClose={close}>
        {chosen !== undefined && <AllotForm payment={chosen} onClose={close} />}
      </Dialog>
    </>
  );
};

/** Money that nobody has recognized, and what it is for once somebody has. */
export const UnrecognizedPage = () => {
  const t = useMoneyText();
  const desk = useDeskText();
  return (
    <MoneyFrame title={desk('money.unrecognized')} lead={t('unrecognized.lead')} actions={<TakePayment />}>
      <Answered query={useUnrecognized()}>{(payments) => <PaymentList payments={payments} />}</Answered>
    </MoneyFrame>
  );
};
