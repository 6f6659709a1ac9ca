import { Answered } from '@irisflow/frame';
import { Section } from '../app/Section.tsx';
import { PayableTable } from '../payouts/PayableTable.tsx';
import { usePayoutText } from '../payouts/payout-texts.ts';
import { useCasePayouts } from '../payouts/use-payouts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReceivableTable } from './ReceivableTable.tsx';
import { useCasePayments } from './use-receivables.ts';

const hasAny = ({ data }: { readonly data: readonly unknown[] | undefined }): boolean => (data?.length ?? 0) > 0;

/** Whether anything is asked or paid out for a case. */
export const useHasPayments = (caseId: string): boolean => {
  const comesIn = hasAny(useCasePayments(caseId));
  return hasAny(useCasePayouts(caseId)) || comesIn;
};

/** What goes out for a case; nothing where nothing does. */
const Payouts = ({ caseId }: { readonly caseId: string }) => {
  const t = usePayoutText();
  const query = useCasePayouts(caseId);
  if (query.data?.length === 0) return null;
  return (
    <div className="iris-stack">
      <h3>{t('case.out')}</h3>
      <Answered query={query}>{(payables) => <PayableTable payables={payables} />}</Answered>
    </div>
  );
};

/** What the applicant of a case owes for it and paid, and what goes out for it; nothing where nothing is asked or paid. */
export const CasePayments = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const owed = useCasePayments(caseId);
  const paidOut = useCasePayouts(caseId);
  if (owed.data?.length === 0 && paidOut.data?.length === 0) return null;
  return (
    <Section id="payments" title={t('file.payments')}>
      {owed.data?.length !== 0 && (
        <Answered query={owed}>{(receivables) => <ReceivableTable receivables={receivables} />}</Answered>
      )}
      <Payouts caseId={caseId} />
    </Section>
  );
};
