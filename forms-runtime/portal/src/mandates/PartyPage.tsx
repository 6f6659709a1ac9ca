import type { PartyView } from '@irisflow/client';
import { formats } from '@irisflow/forms';
import { Answered, Page } from '@irisflow/frame';
import {
  Button,
  ErrorSummary,
  Form,
  isLocale,
  localeNames,
  locales,
  Notice,
  RadioGroup,
  SummaryList,
  TextArea,
  TextField,
  useToast,
} from '@irisflow/ui';
import { useState } from 'react';
import { ReachSection } from '../reach/ReachSection.tsx';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText, type PersonalKey } from '../texts/personal-texts.ts';
import { useMyParty, useSaveMyParty } from './use-mandates.ts';

interface Reach {
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly language: PartyView['language'];
}
type Problems = { readonly [F in keyof Reach]?: PersonalKey };

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const check = ({ email, phone }: Reach): Problems => ({
  ...(email.trim() !== '' && !formats.email(email.trim()) && { email: 'party.email.wrong' as const }),
  ...(phone.trim() !== '' && !formats.phone(phone.trim()) && { phone: 'party.phone.wrong' as const }),
});

const useReach = ({ contact, language }: PartyView) => {
  const t = usePersonalText();
  const toast = useToast();
  const [reach, setReach] = useState<Reach>({
    email: contact.email ?? '',
    phone: contact.phone ?? '',
    address: contact.address ?? '',
    language,
  });
  const [problems, setProblems] = useState<Problems>({});
  const [attempt, setAttempt] = useState(0);
  const save = useSaveMyParty();
  const submit = (): void => {
    const found = check(reach);
    setProblems(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length > 0 || save.isPending) return;
    const body = {
      language: reach.language,
      email: orNull(reach.email),
      phone: orNull(reach.phone),
      address: orNull(reach.address),
    };
    save.mutate(body, { onSuccess: () => toast(t('party.saved')) });
  };
  const change = (part: Partial<Reach>): void => setReach({ ...reach, ...part });
  return { reach, change, problems, attempt, submit, save };
};

const LanguageField = ({
  party,
  reach,
  change,
}: { party: PartyView } & Pick<ReturnType<typeof useReach>, 'reach' | 'change'>) => {
  const t = usePersonalText();
  if (party.boundLanguage !== null)
    return <Notice title={t(`party.bound.${party.boundLanguage}`)}>{t('party.bound.text')}</Notice>;
  return (
    <RadioGroup
      id="party-language"
      label={t('party.language')}
      hint={t('party.language.hint')}
      optional
      options={locales.map((value) => ({ value, label: localeNames[value] }))}
      value={reach.language ?? undefined}
      onChange={(language) => change({ language: isLocale(language) ? language : null })}
    />
  );
};

const ReachForm = ({ party }: { readonly party: PartyView }) => {
  const t = usePersonalText();
  const { reach, change, problems, attempt, submit, save } = useReach(party);
  const errors = Object.entries(problems).map(([field, problem]) => ({ target: `party-${field}`, text: t(problem) }));
  const shared = (field: keyof Problems) => {
    const problem = problems[field];
    return { id: `party-${field}`, label: t(`party.${field}`), optional: true, ...(problem && { error: t(problem) }) };
  };
  return (
    <Form className="iris-stack" onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {save.isError && <RefusalNotice error={save.error} />}
      <LanguageField party={party} reach={reach} change={change} />
      <TextField {...shared('email')} type="email" value={reach.email} onChange={(email) => change({ email })} />
      <TextField
        {...shared('phone')}
        type="tel"
        size="20"
        value={reach.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextArea
        {...shared('address')}
        rows={3}
        maxLength={500}
        value={reach.address}
        onChange={(address) => change({ address })}
      />
      <div className="iris-form-actions">
        <Button type="submit" busy={save.isPending}>
          {t('party.save')}
        </Button>
      </div>
    </Form>
  );
};

/** Ten digits the way people read them. */
const numberText = (digits: string): string => digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');

const Facts = ({ party }: { readonly party: PartyView }) => {
  const t = usePersonalText();
  const none = t('party.unknown');
  const facts = {
    ...(party.enterpriseNumber !== null && { number: numberText(party.enterpriseNumber) }),
    ...(party.kind === 'organization' && { seat: party.seatCommune ?? none }),
    email: party.contact.email ?? none,
    phone: party.contact.phone ?? none,
    address: party.contact.address ?? none,
  };
  const shown = Object.entries(facts).filter(([id]) => !party.mayChange || id === 'number' || id === 'seat');
  if (shown.length === 0) return null;
  return (
    <SummaryList items={shown.map(([id, value]) => ({ id, term: t(`party.${id as keyof typeof facts}`), value }))} />
  );
};

/** How I, or the company that I act for, can be reached, and in which language. */
export const PartyPage = () => {
  const t = usePersonalText();
  return (
    <Answered query={useMyParty()}>
      {(party) => (
        <Page key={party.id} title={party.name} lead={t(`party.lead.${party.kind}`)}>
          <div className="iris-stack iris-stack--loose">
            <Facts party={party} />
            {party.mayChange ? <ReachForm party={party} /> : <Notice>{t('party.readOnly')}</Notice>}
            <ReachSection />
          </div>
        </Page>
      )}
    </Answered>
  );
};
