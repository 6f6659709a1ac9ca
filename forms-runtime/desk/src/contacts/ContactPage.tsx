import type { ContactFile } from '@irisflow/client';
import { Failure, LoadingPage, Page } from '@irisflow/frame';
import { AppLink, LinkButton, localeNames, useFormatters } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { AnswerContact } from './AnswerContact.tsx';
import { ContactStateTag } from './ContactStateTag.tsx';
import { OpenCase } from './OpenCase.tsx';
import { useContact } from './use-contacts.ts';

interface ContactProps {
  readonly contact: ContactFile;
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Facts = ({ contact }: ContactProps) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  const { channel, receivedOn, dueOn, phone, email, language, recordedBy, recordedAt } = contact;
  return (
    <dl className="desk-facts">
      <Fact name={t('fact.status')}>
        <ContactStateTag contact={contact} />
      </Fact>
      <Fact name={t('contact.received')}>
        {t(`contact.channel.${channel}`)}, {date(receivedOn)}
      </Fact>
      {dueOn !== null && <Fact name={t('contact.dueOn')}>{date(dueOn)}</Fact>}
      {phone !== null && <Fact name={t('contact.phone')}>{phone}</Fact>}
      {email !== null && <Fact name={t('contact.email')}>{email}</Fact>}
      <Fact name={t('contact.language')}>{localeNames[language]}</Fact>
      <Fact name={t('contact.recorded')}>
        {recordedBy}, {dateTime(recordedAt)}
      </Fact>
    </dl>
  );
};

const Said = ({ contact }: ContactProps) => {
  const t = useDeskText();
  return (
    <section className="iris-stack iris-stack--tight" aria-labelledby="said">
      <h2 id="said" className="iris-section-title">
        {t('contact.said')}
      </h2>
      <p className="desk-note__text">{contact.said === '' ? t('contact.nothing') : contact.said}</p>
    </section>
  );
};

const OpenContact = ({ contact }: ContactProps) => {
  const t = useDeskText();
  return (
    <Page
      title={contact.subject}
      eyebrow={
        <>
          <AppLink href="/contacts">{t('nav.contacts')}</AppLink> · {contact.name}
        </>
      }
    >
      <Facts contact={contact} />
      <div className="desk-case">
        <div className="iris-stack iris-stack--loose">
          <Said contact={contact} />
          <AnswerContact key={contact.revision} contact={contact} />
        </div>
        <div className="iris-stack iris-stack--loose desk-aside">
          <OpenCase contact={contact} />
          <p>
            <LinkButton href={`/counters/booking?contact=${contact.id}`} tone="secondary" size="small">
              {t('counters.book')}
            </LinkButton>
          </p>
        </div>
      </div>
    </Page>
  );
};

/** What somebody said, what they were answered, and the case that came of it. */
export const ContactPage = ({ contactId }: { readonly contactId: string }) => {
  const t = useDeskText();
  const contact = useContact(contactId);
  if (contact.data !== undefined) return <OpenContact contact={contact.data} />;
  if (!contact.isError) return <LoadingPage />;
  return (
    <Page title={t('failure.title')}>
      <Failure error={contact.error} onRetry={() => void contact.refetch()} />
    </Page>
  );
};
