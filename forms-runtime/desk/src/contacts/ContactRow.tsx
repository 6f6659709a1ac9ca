import type { ContactSummary } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { Link } from 'wouter';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ContactStateTag } from './ContactStateTag.tsx';

/** One contact of the list. */
export const ContactRow = ({ contact }: { readonly contact: ContactSummary }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  const { state } = contact;
  // Whichever comes first: the last day for an answer, or the day on which somebody looks at it again.
  const [dueOn = null] = [contact.dueOn, contact.followUpOn].filter((day) => day !== null).toSorted();
  return (
    <tr className="desk-task" data-row-id={contact.id}>
      <td className="desk-task__due">
        {dueOn === null || state === 'answered' ? <span className="iris-muted">{t('due.none')}</span> : date(dueOn)}
      </td>
      <th scope="row" className="desk-task__name">
        <Link href={`/contacts/${contact.id}`} data-row-link>
          {contact.name}
        </Link>
        <span className="desk-task__procedure">{contact.subject}</span>
        {state === 'open' && contact.caseIds.length === 0 && (
          <span className="iris-muted">{t('contact.case.none')}</span>
        )}
      </th>
      <td className="desk-task__applicant">
        <span>{t(`contact.channel.${contact.channel}`)}</span>
        <span className="iris-muted">{date(contact.receivedOn)}</span>
      </td>
      <td className="desk-task__language">
        <CaseLanguage language={contact.language} />
      </td>
      <td>
        <ContactStateTag contact={contact} />
      </td>
    </tr>
  );
};
