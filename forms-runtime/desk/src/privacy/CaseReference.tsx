import { usePerson } from '@irisflow/frame';
import { AppLink } from '@irisflow/ui';
import { isClerk } from '../session/clerk.ts';

interface CaseReferenceProps {
  readonly caseId: string | null;
  readonly reference: string | null;
}

/** What people quote of a case; it leads there for whoever may open cases. */
export const CaseReference = ({ caseId, reference }: CaseReferenceProps) => {
  const person = usePerson();
  if (caseId === null || reference === null) return '–';
  return isClerk(person) ? <AppLink href={`/cases/${caseId}`}>{reference}</AppLink> : reference;
};
