import type { PayableView } from '@irisflow/client';
import { useAmountText, useLocalized } from '@irisflow/frame';
import { type Column, DataTable, StatusTag, type TagTone, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { usePayoutText } from './payout-texts.ts';

const tones: Readonly<Record<PayableView['state'], TagTone>> = {
  ordered: 'accent',
  gathered: 'accent',
  released: 'accent',
  executed: 'success',
  rejected: 'danger',
  canceled: 'neutral',
};

interface PayableProps {
  readonly payable: PayableView;
}

/** Where an order stands, why, and what the bank found of the name. */
const Standing = ({ payable: { state, heldOn, reason, verification } }: PayableProps) => {
  const t = usePayoutText();
  const { date } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      <div>
        <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>
      </div>
      {heldOn !== null && <span className="iris-muted">{t('held', { day: date(heldOn) })}</span>}
      {reason !== null && <span className="iris-muted">{reason}</span>}
      {verification !== null && <span className="iris-muted">{t(`verification.${verification}`)}</span>}
    </div>
  );
};

const What = ({ payable: { label, receivableId } }: PayableProps) => {
  const t = usePayoutText();
  const read = useLocalized();
  return receivableId === null ? read(label) : `${t('refund')} · ${read(label)}`;
};

const Payee = ({ payable: { payee, iban } }: PayableProps) => {
  const t = usePayoutText();
  return (
    <div className="iris-stack iris-stack--tight">
      <span>{payee ?? t('payee.erased')}</span>
      {iban !== null && <span className="iris-muted desk-communication">{iban}</span>}
    </div>
  );
};

const useColumns = (): readonly Column<PayableView>[] => {
  const t = usePayoutText();
  const amountText = useAmountText();
  const { date } = useFormatters();
  return [
    { id: 'what', header: t('payout'), cell: (payable) => <What payable={payable} /> },
    { id: 'payee', header: t('payee'), cell: (payable) => <Payee payable={payable} /> },
    { id: 'due', header: t('dueOn'), cell: ({ dueOn }) => date(dueOn) },
    { id: 'amount', header: t('amount'), kind: 'number', cell: ({ amount }) => amountText(amount) },
    { id: 'state', header: t('state'), cell: (payable) => <Standing payable={payable} /> },
  ];
};

/** Orders, a line each. */
export const PayableTable = ({ payables }: { readonly payables: readonly PayableView[] }) => (
  <DataTable
    caption={useDeskText()('money.payouts')}
    captionHidden
    columns={useColumns()}
    rows={payables}
    rowKey={({ id }) => id}
  />
);
