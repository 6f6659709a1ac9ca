import type { OwedView } from '@irisflow/client';
import { Answered, Page, useLocalized, isSome, useAmountText } from '@irisflow/frame';
import { AppLink, type LineItem, Notice, SummaryList, useFormatters } from '@irisflow/ui';
import { HowToPay } from './HowToPay.tsx';
import { PayOnline } from './PayOnline.tsx';
import { usePaymentText } from './payment-texts.ts';
import { PaymentStateTag } from './PaymentStateTag.tsx';
import { useOnlinePayment } from './use-online-payment.ts';
import { useMyPayment } from './use-payments.ts';

interface PaymentProps {
  readonly payment: OwedView;
}

const isReminded = ({ steps }: OwedView): boolean => steps.some(({ step }) => step !== 'overdue');

/** When I was reminded of it, and formal notice given. */
const Reminders = ({ payment: { steps } }: PaymentProps) => {
  const t = usePaymentText();
  const { longDate } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      {steps.map(
        ({ step, day }) =>
          step !== 'overdue' && <span key={step + day}>{t(`steps.${step}`, { day: longDate(day) })}</span>,
      )}
    </div>
  );
};

/** Until when to pay; of what is paid in parts how much by then, for it is not all that is left. */
const useDue = ({ state, dueOn, next }: OwedView): LineItem => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  if (next === null || state !== 'inInstallments')
    return { id: 'due', term: t('dueOn'), value: longDate(next?.dueOn ?? dueOn) };
  const value = t('toPay', { amount: amountText(next.amount), day: longDate(next.dueOn) });
  return { id: 'due', term: t('plan.next'), value };
};

const Facts = ({ payment }: PaymentProps) => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const due = useDue(payment);
  const { state, amount, paid, rest, refundDue, legalReference, caseId } = payment;
  const items: LineItem[] = [
    { id: 'state', term: t('state'), value: <PaymentStateTag state={state} /> },
    { id: 'amount', term: t('asked'), value: amountText(amount) },
    ...(isSome(paid) ? [{ id: 'paid', term: t('paid'), value: amountText(paid) }] : []),
    ...(isSome(rest) ? [{ id: 'rest', term: t('rest'), value: amountText(rest) }] : []),
    ...(isSome(refundDue) ? [{ id: 'refund', term: t('refund'), value: amountText(refundDue) }] : []),
    due,
    ...(isReminded(payment) ? [{ id: 'steps', term: t('steps'), value: <Reminders payment={payment} /> }] : []),
    { id: 'law', term: t('law'), value: legalReference },
    ...(caseId === null
      ? []
      : [{ id: 'case', term: t('case'), value: <AppLink href={`/my/cases/${caseId}`}>{t('case.open')}</AppLink> }]),
  ];
  return <SummaryList items={items} />;
};

/** In which parts it may be paid. */
const Plan = ({ payment: { plan } }: PaymentProps) => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  if (plan === null) return null;
  const parts = plan.installments.map(({ number, dueOn, amount, isPaid }) => ({
    id: String(number),
    term: longDate(dueOn),
    value: t(isPaid ? 'part.paid' : 'part.open', { amount: amountText(amount) }),
  }));
  return (
    <section className="iris-stack" aria-labelledby="plan">
      <h2 id="plan">{t('plan')}</h2>
      {plan.fallenOn !== null && <Notice tone="warning">{t('plan.fallen', { day: longDate(plan.fallenOn) })}</Notice>}
      {plan.fallsOn !== null && <Notice tone="warning">{t('plan.falls', { day: longDate(plan.fallsOn) })}</Notice>}
      <SummaryList items={parts} />
    </section>
  );
};

const Payments = ({ payment: { payments } }: PaymentProps) => {
  const t = usePaymentText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  if (payments.length === 0) return null;
  const items = payments.map(({ day, amount }, index) => ({
    id: String(index),
    term: longDate(day),
    value: amount.startsWith('-') ? t('takenBack', { amount: amountText(amount.slice(1)) }) : amountText(amount),
  }));
  return (
    <section className="iris-stack" aria-labelledby="payments">
      <h2 id="payments">{t('payments')}</h2>
      <SummaryList items={items} />
    </section>
  );
};

/** Online where that is possible; what cannot be asked now leaves the transfer. */
const Online = ({ payment: { id, plan } }: PaymentProps) => {
  const { data } = useOnlinePayment(id);
  if (data === undefined) return null;
  return <PayOnline receivableId={id} online={data} isPart={plan !== null && plan.fallenOn === null} />;
};

/** That nobody has to pay for now, and why. */
const Disputed = ({ payment: { disputedOn } }: PaymentProps) => {
  const t = usePaymentText();
  const { longDate } = useFormatters();
  if (disputedOn === null) return null;
  return <Notice title={t('disputed')}>{t('disputed.since', { day: longDate(disputedOn) })}</Notice>;
};

const Whole = ({ payment }: PaymentProps) => (
  <div className="iris-stack iris-stack--loose">
    <Facts payment={payment} />
    <Disputed payment={payment} />
    {isSome(payment.rest) && <Online payment={payment} />}
    {isSome(payment.rest) && <HowToPay payment={payment} />}
    <Plan payment={payment} />
    <Payments payment={payment} />
  </div>
);

/** One thing that I owe: how to pay it, what was paid, and in which parts. */
export const MyPaymentPage = ({ receivableId }: { readonly receivableId: string }) => {
  const t = usePaymentText();
  const read = useLocalized();
  const query = useMyPayment(receivableId);
  const { data } = query;
  return (
    <Page
      title={data === undefined ? t('one') : read(data.label)}
      crumbs={[{ href: '/my/payments', label: t('mine') }]}
    >
      <Answered query={query}>{(payment) => <Whole payment={payment} />}</Answered>
    </Page>
  );
};
