import type { PartyFile } from '@irisflow/client';
import { Failure, LoadingPage, Page, usePerson } from '@irisflow/frame';
import { LinkButton, localeNames, SummaryList, useFormatters, type LineItem } from '@irisflow/ui';
import { CaseTable } from '../cases/CaseTable.tsx';
import { ContactLines } from '../contacts/ContactLines.tsx';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { MoneyOfParty } from '../money/MoneyOfParty.tsx';
import { ReachWords } from '../reach/ReachWords.tsx';
import { PartsInCases } from '../participants/PartsInCases.tsx';
import { RightsOfParty } from '../rights/RightSections.tsx';
import { isSupervisor } from '../session/clerk.ts';
import { PartyLabels } from './PartyLabels.tsx';
import { PartyMerges } from './PartyMerges.tsx';
import { PartyMandates } from './PartyMandates.tsx';
import { PartyNotes } from './PartyNotes.tsx';
import { TurnNumber } from './TurnNumber.tsx';
import { useParty } from './use-parties.ts';

/** Ten digits the way people read them. */
const numberText = (digits: string): string => digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');

const useNumbersText = () => {
  const t = useDeskText();
  const { date } = useFormatters();
  return (numbers: PartyFile['numbers']): string =>
    numbers.length === 0
      ? t('party.number.none')
      : numbers
          .map(({ state, since, until, reason, isFromRegister }) =>
            [
              t(`party.number.${state}`, { day: date(until ?? since) }),
              ...(reason === null ? [] : [`« ${reason} »`]),
              ...(isFromRegister ? [t('number.fromRegister')] : []),
            ].join(', '),
          )
          .join(' · ');
};

const Facts = ({ file }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const maySay = isSupervisor(usePerson());
  const numbersText = useNumbersText();
  const none = t('party.unknown');
  const language = file.boundLanguage ?? file.language;
  const ofCompany: LineItem[] = [
    { id: 'number', term: t('party.enterpriseNumber'), value: numberText(file.enterpriseNumber ?? '') },
    { id: 'seat', term: t('party.seat'), value: file.seatCommune ?? none },
  ];
  const action = maySay && file.numbers.length > 0 && <TurnNumber file={file} />;
  const ofPerson: LineItem[] = [{ id: 'numbers', term: t('party.numbers'), value: numbersText(file.numbers), action }];
  const shared: LineItem[] = [
    {
      id: 'language',
      term: t('party.language'),
      value: language === null ? none : localeNames[language],
      ...(file.boundLanguage !== null && { note: t('party.bound') }),
    },
    { id: 'email', term: t('contact.email'), value: file.contact.email ?? none },
    { id: 'phone', term: t('contact.phone'), value: file.contact.phone ?? none },
    { id: 'address', term: t('party.address'), value: file.contact.address ?? none },
    { id: 'reach', term: t('reach.fact'), value: <ReachWords reach={file.reach} /> },
  ];
  return <SummaryList items={[...(file.kind === 'organization' ? ofCompany : ofPerson), ...shared]} />;
};

/** Whoever is known by a case or a contact comes to a counter without being typed again. */
const BookFor = ({ file: { cases, contacts } }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const known = cases[0] === undefined ? `contact=${contacts[0]?.id}` : `case=${cases[0].id}`;
  if (cases.length + contacts.length === 0) return null;
  return (
    <LinkButton href={`/counters/booking?${known}`} tone="secondary" size="small">
      {t('counters.book')}
    </LinkButton>
  );
};

const Whole = ({ file }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const mayMerge = isSupervisor(usePerson());
  return (
    <Page
      title={file.name}
      lead={t(file.isNoted ? 'party.noted' : `party.lead.${file.kind}`)}
      crumbs={[{ href: '/parties', label: t('nav.parties') }]}
      actions={<BookFor file={file} />}
    >
      <div className="iris-stack iris-stack--loose">
        <Facts file={file} />
        <PartyLabels file={file} />
        <Section id="party-notes" title={t('party.notes')}>
          <PartyNotes file={file} />
        </Section>
        <Section id="party-cases" title={t('nav.cases')}>
          {file.cases.length === 0 ? (
            <p className="iris-muted">{t('party.cases.none')}</p>
          ) : (
            <CaseTable cases={file.cases} />
          )}
        </Section>
        <RightsOfParty partyId={file.id} />
        <MoneyOfParty partyId={file.id} />
        <Section id="party-parts" title={t('party.parts')}>
          <PartsInCases parts={file.takesPart} />
        </Section>
        <Section id="party-mandates" title={t('party.mandates')}>
          <PartyMandates file={file} />
        </Section>
        {(file.merges.length > 0 || mayMerge) && (
          <Section id="party-merges" title={t('merge.section')}>
            <PartyMerges file={file} />
          </Section>
        )}
        <Section id="party-contacts" title={t('nav.contacts')}>
          <ContactLines contacts={file.contacts} />
        </Section>
      </div>
    </Page>
  );
};

/** Everything that the administration has of a person or a company. */
export const PartyPage = ({ partyId }: { readonly partyId: string }) => {
  const party = useParty(partyId);
  if (party.data !== undefined) return <Whole file={party.data} />;
  return party.isError ? <Failure error={party.error} onRetry={() => void party.refetch()} /> : <LoadingPage />;
};
