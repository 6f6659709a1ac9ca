import { Failure } from '@irisflow/frame';
import { AppLink, LinkButton, Skeleton, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCaseContacts } from './use-contacts.ts';

const List = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  const contacts = useCaseContacts(caseId);
  if (contacts.isError) return <Failure error={contacts.error} onRetry={() => void contacts.refetch()} />;
  if (contacts.data === undefined) return <Skeleton lines={2} />;
  if (contacts.data.length === 0) return <p className="iris-muted">{t('contacts.none')}</p>;
  return (
    <ul className="desk-case-tasks iris-stack iris-stack--tight">
      {contacts.data.map(({ id, subject, channel, receivedOn }) => (
        <li key={id}>
          <AppLink href={`/contacts/${id}`}>{subject}</AppLink>
          <span className="iris-muted">
            {t(`contact.channel.${channel}`)}, {date(receivedOn)}
          </span>
        </li>
      ))}
    </ul>
  );
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
