import { AppLink, Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useOfficeMessages } from './use-messages.ts';

/** The cases with messages that nobody of the office has read, the longest waiting first. */
export const UnreadMessages = () => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { data } = useOfficeMessages();
  if (data === undefined || data.total === 0) return null;
  return (
    <Notice title={t.plural('message.unread', data.total)}>
      <ul>
        {data.cases.map(({ caseId, reference, applicant, since }) => (
          <li key={caseId}>
            <AppLink href={`/cases/${caseId}#messages`}>{reference}</AppLink> {applicant} · {dateTime(since)}
          </li>
        ))}
      </ul>
    </Notice>
  );
};
