import type { ReceivableView } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { type Column, DataTable, Notice, StatusTag, useFormatters } from '@irisflow/ui';
import { useMoneyText } from './money-texts.ts';

type Plan = NonNullable<ReceivableView['plan']>;
type Installment = Plan['installments'][number];

const useColumns = (): readonly Column<Installment>[] => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { date } = useFormatters();
  return [
    { id: 'number', header: t('part'), cell: ({ number }) => number },
    { id: 'due', header: t('dueOn'), cell: ({ dueOn }) => date(dueOn) },
    { id: 'amount', header: t('amount'), kind: 'number', cell: ({ amount }) => amountText(amount) },
    {
      id: 'state',
      header: t('part.state'),
      cell: ({ isPaid }) => (
        <StatusTag tone={isPaid ? 'success' : 'neutral'}>{t(isPaid ? 'part.paid' : 'part.open')}</StatusTag>
      ),
    },
  ];
};

/** In which parts a receivable is paid, and whether the plan still holds. */
export const InstallmentPlan = ({ plan: { grantedOn, fallenOn, fallsOn, installments } }: { readonly plan: Plan }) => {
  const t = useMoneyText();
  const { date, longDate } = useFormatters();
  return (
    <>
      {fallenOn === null ? (
        <p>{t('plan.granted', { day: longDate(grantedOn) })}</p>
      ) : (
        <Notice tone="warning">{t('plan.fallen', { day: date(fallenOn) })}</Notice>
      )}
      {fallsOn !== null && <Notice tone="warning">{t('plan.falls', { day: date(fallsOn) })}</Notice>}
      <DataTable
        caption={t('plan')}
        captionHidden
        columns={useColumns()}
        rows={installments}
        rowKey={({ number }) => String(number)}
      />
    </>
  );
};
