import type { OnlinePaymentView } from '@irisflow/client';
import { Failure, problemCode, useAmountText } from '@irisflow/frame';
import { AppLink, Button, Notice, useLocale } from '@irisflow/ui';
import { usePaymentText } from './payment-texts.ts';
import { usePayOnline } from './use-online-payment.ts';

interface PayProps {
  readonly receivableId: string;
  readonly amount: string;
}

/** Leads to the page of the payment provider; busy from the press until the browser has left. */
export const PayButton = ({ receivableId, amount }: PayProps) => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const pay = usePayOnline(receivableId, useLocale());
  const isAway = problemCode(pay.error) === 'PROVIDER_UNAVAILABLE';
  return (
    <div className="iris-stack iris-stack--tight">
      <div className="iris-row">
        <Button busy={pay.isPending || pay.isSuccess} onClick={() => pay.mutate()}>
          {t('online.pay', { amount: amountText(amount) })}
        </Button>
      </div>
      {isAway && (
        <Notice tone="warning" live>
          {t('online.away')}
        </Notice>
      )}
      {pay.isError && !isAway && <Failure error={pay.error} />}
    </div>
  );
};

interface PayOnlineProps {
  readonly receivableId: string;
  readonly online: OnlinePaymentView;
  /** Whether a plan says how much. */
  readonly isPart: boolean;
}

/** Paying with a card or an app of a bank, at once. */
export const PayOnline = ({ receivableId, online: { payable, latest }, isPart }: PayOnlineProps) => {
  const t = usePaymentText();
  if (payable === null) return null;
  return (
    <section className="iris-stack" aria-labelledby="online">
      <h2 id="online">{t('online')}</h2>
      {latest?.state === 'open' && (
        <Notice tone="info">
          {t('online.pending')} <AppLink href={`/my/payments/${receivableId}/online`}>{t('online.seePending')}</AppLink>
        </Notice>
      )}
      <p>
        {t('online.text')} {isPart && t('online.part')}
      </p>
      <PayButton receivableId={receivableId} amount={payable} />
    </section>
  );
};
