import type { ReceivableView } from '@irisflow/client';
import { problemCode, useAmountText } from '@irisflow/frame';
import { TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { usePayoutText } from './payout-texts.ts';
import { useOrderRefund } from './use-payouts.ts';

interface RefundProps {
  readonly receivable: Pick<ReceivableView, 'id' | 'refundDue' | 'debtor'>;
}

const RefundForm = ({ receivable, onClose }: RefundProps & { readonly onClose: () => void }) => {
  const t = usePayoutText();
  const amountText = useAmountText();
  const toast = useToast();
  const refund = useOrderRefund(receivable.id);
  const [iban, setIban] = useState('');
  const [payee, setPayee] = useState(receivable.debtor ?? '');
  const [asked, setAsked] = useState(false);
  const isRefused = problemCode(refund.error) === 'INPUT_INVALID';
  const submit = (): void => {
    setAsked(true);
    if (iban.trim() === '' || payee.trim() === '' || refund.isPending) return;
    const onSuccess = (): void => {
      toast(t('refund.ordered'));
      onClose();
    };
    refund.mutate({ iban: iban.trim(), payee: payee.trim() }, { onSuccess });
  };
  return (
    <DialogForm
      error={isRefused ? null : refund.error}
      busy={refund.isPending}
      confirm={t('refund.order')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('refund.text', { amount: amountText(receivable.refundDue) })}</p>
      <TextField
        id="refund-payee"
        label={t('refund.payee')}
        maxLength={140}
        value={payee}
        onChange={setPayee}
        {...(asked && payee.trim() === '' && { error: t('refund.payee.missing') })}
      />
      <TextField
        id="refund-iban"
        label={t('iban')}
        code
        maxLength={50}
        value={iban}
        onChange={(typed) => {
          refund.reset();
          setIban(typed);
        }}
        {...((isRefused || (asked && iban.trim() === '')) && { error: t('refund.iban.wrong') })}
      />
    </DialogForm>
  );
};

/** Orders that what was paid too much is given back. */
export const OrderRefund = ({ receivable }: RefundProps) => {
  const t = usePayoutText();
  return (
    <DialogButton size="small" label={t('refund.order')}>
      {(close) => <RefundForm receivable={receivable} onClose={close} />}
    </DialogButton>
  );
};
