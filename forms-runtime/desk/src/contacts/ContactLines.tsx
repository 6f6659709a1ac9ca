import type { ContactSummary } from '@irisflow/client';
import { AppLink, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Calls, visits and letters, a line each. */
export const ContactLines = ({ contacts }: { readonly contacts: readonly ContactSummary[] }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  if (contacts.length === 0) return <p className="iris-muted">{t('contacts.none')}</p>;
  return (
    <ul className="desk-case-tasks iris-stack iris-stack--tight">
      {contacts.map(({ id, subject, channel, receivedOn }) => (
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
