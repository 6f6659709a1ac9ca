import { Answered } from '@irisflow/frame';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReceivableTable } from './ReceivableTable.tsx';
import { useCasePayments } from './use-receivables.ts';

/** Whether anything is asked for a case. */
export const useHasPayments = (caseId: string): boolean => (useCasePayments(caseId).data?.length ?? 0) > 0;

/** What the applicant of a case owes for it, and paid; nothing where nothing is asked. */
export const CasePayments = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const query = useCasePayments(caseId);
  if (query.data?.length === 0) return null;
  return (
    <Section id="payments" title={t('file.payments')}>
      <Answered query={query}>{(receivables) => <ReceivableTable receivables={receivables} />}</Answered>
    </Section>
  );
};
