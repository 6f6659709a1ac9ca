import type { ReceivableSummary } from '@irisflow/client';
import { useAmountText, useLocalized } from '@irisflow/frame';
import { AppLink, LinkButton, useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';
import { byUrgency } from './by-urgency.ts';
import { useMyPayments } from './use-payments.ts';

/** What is left to pay, what is late first; nothing while that is not known, and nothing that an appeal suspends. */
export const usePaymentsDue = (): readonly ReceivableSummary[] => {
  const { data = [] } = useMyPayments();
  return data.filter(({ next, disputedOn }) => next !== null && disputedOn === null).toSorted(byUrgency);
};

const useDueText = () => {
  const t = usePersonalText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  return ({ next, state }: ReceivableSummary): string => {
    if (next === null) return '';
    const told = { amount: amountText(next.amount), day: longDate(next.dueOn) };
    if (state === 'inInstallments') return t('pay.part', told);
    return t(state === 'overdue' ? 'pay.late' : 'pay.left', told);
  };
};

/** A line of what waits for me: something to pay. */
export const PaymentRow = ({ payment }: { readonly payment: ReceivableSummary }) => {
  const read = useLocalized();
  const dueText = useDueText();
  return (
    <li className="portal-row">
      <div className="portal-row__text">
        <h3 className="portal-row__title">
          <AppLink href={`/my/payments/${payment.id}`}>{read(payment.label)}</AppLink>
        </h3>
        <p>{dueText(payment)}</p>
      </div>
    </li>
  );
};

const ToPay = ({ payment }: { readonly payment: ReceivableSummary }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const dueText = useDueText();
  const titleId = `pay-${payment.id}`;
  return (
    <section className="portal-todo" aria-labelledby={titleId}>
      <h2 id={titleId}>{read(payment.label)}</h2>
      <p className="portal-todo__due">{dueText(payment)}</p>
      <div>
        <LinkButton href={`/my/payments/${payment.id}`} trailingIcon="arrowRight">
          {t('pay.how')}
        </LinkButton>
      </div>
    </section>
  );
};

/** What is left to pay for a case. */
export const CasePaymentsDue = ({ caseId }: { readonly caseId: string }) =>
  usePaymentsDue()
    .filter((payment) => payment.caseId === caseId)
    .map((payment) => <ToPay key={payment.id} payment={payment} />);
