import type { PayoutView, ReceivableSummary } from '@irisflow/client';
import { Answered, Page, useLocalized, useAmountText } from '@irisflow/frame';
import { AppLink, EmptyState, LinkButton, useFormatters } from '@irisflow/ui';
import { byUrgency } from './by-urgency.ts';
import { PaymentStateTag } from './PaymentStateTag.tsx';
import { Payouts } from './Payouts.tsx';
import { usePaymentText } from './payment-texts.ts';
import { useMyPayments, useMyPayouts } from './use-payments.ts';

const Row = ({ payment }: { readonly payment: ReceivableSummary }) => {
  const t = usePaymentText();
  const read = useLocalized();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  const { id, label, amount, next, state } = payment;
  return (
    <li className="portal-row">
      <div className="portal-row__text">
        <h3 className="portal-row__title">
          <AppLink href={`/my/payments/${id}`}>{read(label)}</AppLink>
        </h3>
        <p>
          {next === null
            ? amountText(amount)
            : t('toPay', { amount: amountText(next.amount), day: longDate(next.dueOn) })}
        </p>
      </div>
      <PaymentStateTag state={state} />
    </li>
  );
};

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly payments: readonly ReceivableSummary[];
}

const Part = ({ id, title, payments }: PartProps) =>
  payments.length === 0 ? null : (
    <section className="iris-stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="portal-rows">
        {payments.map((payment) => (
          <Row key={payment.id} payment={payment} />
        ))}
      </ul>
    </section>
  );

interface PartsProps {
  readonly payments: readonly ReceivableSummary[];
  readonly payouts: readonly PayoutView[];
}

const Parts = ({ payments, payouts }: PartsProps) => {
  const t = usePaymentText();
  const open = payments.filter(({ next }) => next !== null).toSorted(byUrgency);
  return (
    <div className="iris-stack iris-stack--loose">
      <Part id="open" title={t('mine.open')} payments={open} />
      <Payouts payouts={payouts} />
      <Part id="done" title={t('mine.done')} payments={payments.filter(({ next }) => next === null)} />
    </div>
  );
};

const Money = ({ payments, payouts }: PartsProps) => {
  const t = usePaymentText();
  if (payments.length + payouts.length > 0) return <Parts payments={payments} payouts={payouts} />;
  return (
    <EmptyState title={t('mine.none')} action={<LinkButton href="/my/cases">{t('mine.cases')}</LinkButton>}>
      {t('mine.none.text')}
    </EmptyState>
  );
};

/** What I owe administrations and paid them, and what I get from them. */
export const MyPaymentsPage = () => {
  const t = usePaymentText();
  const payouts = useMyPayouts();
  return (
    <Page title={t('mine')} lead={t('mine.lead')}>
      <Answered query={useMyPayments()}>
        {(payments) => <Answered query={payouts}>{(all) => <Money payments={payments} payouts={all} />}</Answered>}
      </Answered>
    </Page>
  );
};
