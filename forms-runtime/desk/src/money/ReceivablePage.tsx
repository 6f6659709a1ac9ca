import type { ReceivableView } from '@irisflow/client';
import { Answered, Page, useLocalized, usePerson, isSome, useAmountText } from '@irisflow/frame';
import { AppLink, type LineItem, Notice, SummaryList, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { OrderRefund } from '../payouts/OrderRefund.tsx';
import { isClerk } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { EntryTimeline } from './EntryTimeline.tsx';
import { InstallmentPlan } from './InstallmentPlan.tsx';
import { useMoneyText } from './money-texts.ts';
import { ReceivableStateTag } from './ReceivableStateTag.tsx';
import { TakePayment } from './TakePayment.tsx';
import { AskWriteOff, WriteOffNotice } from './WriteOff.tsx';
import { useReceivable, useReversePayment } from './use-receivables.ts';

interface ReceivableProps {
  readonly receivable: ReceivableView;
}

/** Whoever keeps the books and handles cases too may open the case; the others know that there is one. */
const CaseOf = ({ receivable: { caseId } }: ReceivableProps) => {
  const t = useMoneyText();
  if (caseId === null) return t('case.destroyed');
  return <AppLink href={`/cases/${caseId}`}>{t('case.open')}</AppLink>;
};

const isReminded = ({ steps }: ReceivableView): boolean => steps.some(({ step }) => step !== 'overdue');

/** When it was reminded of, and formal notice given. */
const Reminders = ({ receivable: { steps } }: ReceivableProps) => {
  const t = useMoneyText();
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

const Facts = ({ receivable }: ReceivableProps) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  const reachesCase = isClerk(usePerson()) || receivable.caseId === null;
  const items: LineItem[] = [
    { id: 'state', term: t('filter.state'), value: <ReceivableStateTag state={receivable.state} /> },
    { id: 'rest', term: t('rest'), value: <strong>{amountText(receivable.rest)}</strong> },
    { id: 'amount', term: t('amount'), value: amountText(receivable.amount) },
    { id: 'paid', term: t('paid'), value: amountText(receivable.paid) },
    ...(isSome(receivable.refundDue)
      ? [{ id: 'refund', term: t('refundDue'), value: amountText(receivable.refundDue) }]
      : []),
    {
      id: 'communication',
      term: t('communication'),
      value: <span className="desk-communication">{receivable.communication}</span>,
    },
    { id: 'due', term: t('dueOn'), value: longDate(receivable.dueOn) },
    { id: 'asked', term: t('askedOn'), value: longDate(receivable.askedOn) },
    ...(isReminded(receivable)
      ? [{ id: 'steps', term: t('steps'), value: <Reminders receivable={receivable} /> }]
      : []),
    { id: 'kind', term: t('kind'), value: t(`kind.${receivable.kind}`) },
    { id: 'legal', term: t('legalReference'), value: receivable.legalReference },
    ...(reachesCase ? [{ id: 'case', term: t('case'), value: <CaseOf receivable={receivable} /> }] : []),
  ];
  return <SummaryList items={items} />;
};

const useCrumbs = () => [{ href: '/money', label: useDeskText()('money.receivables') }];

/** That an appeal runs, and what that keeps from happening. */
const Disputed = ({ receivable: { disputedOn } }: ReceivableProps) => {
  const t = useMoneyText();
  const { longDate } = useFormatters();
  if (disputedOn === null) return null;
  return (
    <Notice tone="warning" title={t('disputed', { day: longDate(disputedOn) })}>
      {t('disputed.text')}
    </Notice>
  );
};

const Whole = ({ receivable }: ReceivableProps) => {
  const t = useMoneyText();
  const read = useLocalized();
  const { writeOff, plan, rest } = receivable;
  return (
    <Page
      title={read(receivable.label)}
      lead={receivable.debtor ?? t('debtor.erased')}
      crumbs={useCrumbs()}
      actions={
        <>
          <TakePayment receivable={receivable} />
          {isSome(receivable.refundDue) && <OrderRefund receivable={receivable} />}
          {writeOff === null && isSome(rest) && <AskWriteOff receivable={receivable} />}
        </>
      }
    >
      <div className="iris-stack iris-stack--loose">
        {writeOff !== null && <WriteOffNotice writeOff={writeOff} />}
        <Disputed receivable={receivable} />
        <Facts receivable={receivable} />
        {plan !== null && (
          <Section id="receivable-plan" title={t('plan')}>
            <InstallmentPlan plan={plan} />
          </Section>
        )}
        <Section id="receivable-entries" title={t('entries')}>
          <EntryTimeline entries={receivable.entries} reversing={useReversePayment(receivable.id)} />
        </Section>
      </div>
    </Page>
  );
};

/** One receivable: its sums, how it is paid, what the books say of it, and what one may do with it. */
export const ReceivablePage = ({ receivableId }: { readonly receivableId: string }) => {
  const t = useMoneyText();
  const crumbs = useCrumbs();
  const query = useReceivable(receivableId);
  if (query.data !== undefined) return <Whole receivable={query.data} />;
  return (
    <Page title={t('receivable')} crumbs={crumbs}>
      <Answered query={query}>{() => null}</Answered>
    </Page>
  );
};
