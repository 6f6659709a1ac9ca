import { Failure } from '@irisflow/frame';
import { LinkButton, Skeleton } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { ContactLines } from './ContactLines.tsx';
import { useCaseContacts } from './use-contacts.ts';

const List = ({ caseId }: { readonly caseId: string }) => {
  const contacts = useCaseContacts(caseId);
  if (contacts.isError) return <Failure error={contacts.error} onRetry={() => void contacts.refetch()} />;
  return contacts.data === undefined ? <Skeleton lines={2} /> : <ContactLines contacts={contacts.data} />;
};

/** Calls, visits and letters about a case, and the way to note another one. */
export const CaseContacts = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  return (
    <div className="iris-stack iris-stack--tight">
      <List caseId={caseId} />
      <div>
        <LinkButton href={`/contacts/new?case=${caseId}`} tone="secondary" size="small">
          {t('contact.new')}
        </LinkButton>
      </div>
    </div>
  );
};
