import type { OnlinePaymentView } from '@irisflow/client';
import { Answered, isSome, Page, useAmountText, useLocalized } from '@irisflow/frame';
import { LinkButton, Notice } from '@irisflow/ui';
import { PayButton } from './PayOnline.tsx';
import { usePaymentText } from './payment-texts.ts';
import { useOutcome, useReturn } from './use-online-payment.ts';
import { useMyPayment } from './use-payments.ts';

interface OutcomeProps {
  readonly online: OnlinePaymentView;
  readonly receivableId: string;
  /** Whether it takes longer than usual. */
  readonly isLong: boolean;
}

const Paid = ({ received, payable }: { readonly received: string; readonly payable: string | null }) => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const isRest = payable !== null && isSome(payable);
  return (
    <Notice tone="success" title={t('back.paid')} live>
      {isRest
        ? t('back.paid.rest', { amount: amountText(received), rest: amountText(payable) })
        : t('back.paid.text', { amount: amountText(received) })}
    </Notice>
  );
};

const Confirming = ({ isLong }: Pick<OutcomeProps, 'isLong'>) => {
  const t = usePaymentText();
  return isLong ? (
    <Notice tone="info" title={t('back.long')} live>
      {t('back.long.text')}
    </Notice>
  ) : (
    <Notice tone="info" title={t('back.confirming')} live>
      {t('back.confirming.text')}
    </Notice>
  );
};

const NotPaid = ({ state }: { readonly state: 'refused' | 'abandoned' | 'expired' }) => {
  const t = usePaymentText();
  return (
    <Notice tone="warning" title={t(`back.${state}`)} live>
      {t(`back.${state}.text`)}
    </Notice>
  );
};

const Word = ({ online: { latest, payable }, isLong }: Omit<OutcomeProps, 'receivableId'>) => {
  const t = usePaymentText();
  if (latest === null)
    return (
      <Notice tone="info" title={t('back.none')}>
        {t('back.none.text')}
      </Notice>
    );
  const { state, received, amount } = latest;
  if (state === 'open') return <Confirming isLong={isLong} />;
  if (state === 'paid') return <Paid received={received ?? amount} payable={payable} />;
  return <NotPaid state={state} />;
};

const Outcome = ({ online, receivableId, isLong }: OutcomeProps) => {
  const t = usePaymentText();
  const { latest, payable } = online;
  const isOpen = latest?.state === 'open';
  const canPay = payable !== null && latest?.state !== 'paid' && (!isOpen || isLong);
  return (
    <div className="iris-stack iris-stack--loose">
      <Word online={online} isLong={isLong} />
      {canPay && (
        <div className="iris-stack iris-stack--tight">
          {isOpen && <p>{t('back.goOn')}</p>}
          <PayButton receivableId={receivableId} amount={payable} />
        </div>
      )}
      <div className="iris-row">
        <LinkButton tone="secondary" href={`/my/payments/${receivableId}`}>
          {t('back.toPayment')}
        </LinkButton>
      </div>
    </div>
  );
};

/** Where one comes back to from the page of the payment provider. What the address says is not believed: the platform says what became of it. */
export const OnlineReturnPage = ({ receivableId }: { readonly receivableId: string }) => {
  const t = usePaymentText();
  const read = useLocalized();
  const { data: payment } = useMyPayment(receivableId);
  const back = useReturn(receivableId);
  // Whether or not it could be said that somebody is back, what became of it is looked at.
  const { query, isLong } = useOutcome(receivableId, !back.isPending);
  return (
    <Page
      title={t('back')}
      {...(payment !== undefined && { lead: read(payment.label) })}
      crumbs={[
        { href: '/my/payments', label: t('mine') },
        { href: `/my/payments/${receivableId}`, label: payment === undefined ? t('one') : read(payment.label) },
      ]}
    >
      <Answered query={query}>
        {(online) => <Outcome online={online} receivableId={receivableId} isLong={isLong} />}
      </Answered>
    </Page>
  );
};
