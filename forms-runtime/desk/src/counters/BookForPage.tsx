import type { CounterView } from '@irisflow/client';
import { Answered, Failure, Page, problemCode, useLocalized } from '@irisflow/frame';
import { HourPicker } from '@irisflow/frame/hours';
import {
  Button,
  EmptyState,
  Form,
  localeNames,
  Notice,
  RadioGroup,
  Select,
  TextField,
  useLocale,
  useToast,
} from '@irisflow/ui';
import { todayInBrussels } from '@irisflow/renderer';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useOwnProcedures } from '../contacts/use-contacts.ts';
import { useCounterText } from './counter-texts.ts';
import { type DeskBooking, useBookFor, useOfficeCounters } from './use-counters.ts';

const OTHER = 'other:';
const phonePattern = /^ *\+?(?:[ ./()-]*\d){6,15} *$/;

/** Who is meant by the address of the page: somebody known by a case or a contact, or somebody who is noted now. */
const knownFrom = (search: string): DeskBooking['who'] | null => {
  const query = new URLSearchParams(search);
  const [caseId, contactId] = [query.get('case'), query.get('contact')];
  if (caseId !== null) return { kind: 'applicant', caseId, isAbout: false };
  return contactId === null ? null : { kind: 'contact', contactId };
};

interface FormProps {
  readonly counters: readonly CounterView[];
}

const useDraft = ({ counters }: FormProps) => {
  const search = useSearch();
  const locale = useLocale();
  const asked = new URLSearchParams(search).get('counter');
  const [counterId, setCounter] = useState(counters.find(({ id }) => id === asked)?.id ?? counters[0]?.id ?? '');
  const [from, setFrom] = useState<string>();
  const [purpose, setPurpose] = useState<string>();
  const [language, setLanguage] = useState<string>(locale);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const counter = counters.find(({ id }) => id === counterId);
  const languages = counter?.languages ?? [];
  return {
    counter,
    known: knownFrom(search),
    from,
    setFrom,
    purpose,
    setPurpose,
    language: languages.find((one) => one === language) ?? languages[0] ?? 'fr',
    languages,
    setLanguage,
    name,
    setName,
    phone,
    setPhone,
    changeCounter: (id: string | undefined): void => {
      setCounter(id ?? counterId);
      setFrom(undefined);
      setPurpose(undefined);
    },
  };
};

type Draft = ReturnType<typeof useDraft>;

const wrongIn = ({ known, name, phone, purpose, from }: Draft): string | undefined => {
  if (known === null && name.trim() === '') return 'visitor';
  if (known === null && phone.trim() !== '' && !phonePattern.test(phone)) return 'visitor-phone';
  if (purpose === undefined) return 'purpose';
  return from === undefined ? 'hour' : undefined;
};

const Somebody = ({ draft, asked }: { readonly draft: Draft; readonly asked: boolean }) => {
  const t = useCounterText();
  if (draft.known !== null) return <Notice>{t('known')}</Notice>;
  return (
    <>
      <TextField
        id="visitor"
        label={t('person')}
        maxLength={200}
        value={draft.name}
        onChange={draft.setName}
        {...(asked && draft.name.trim() === '' && { error: t('missing') })}
      />
      <TextField
        id="visitor-phone"
        type="tel"
        label={t('phone')}
        optional
        width="half"
        value={draft.phone}
        onChange={draft.setPhone}
        {...(asked && wrongIn(draft) === 'visitor-phone' && { error: t('phone.wrong') })}
      />
    </>
  );
};

const useBooking = (props: FormProps) => {
  const t = useCounterText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const book = useBookFor();
  const draft = useDraft(props);
  const [asked, setAsked] = useState(false);
  const { counter, from, purpose, known } = draft;
  const send = (counterId: string, start: string): void => {
    const phone = draft.phone.trim() === '' ? null : draft.phone.trim();
    const body: DeskBooking = {
      counterId,
      from: start,
      procedureKey: purpose === OTHER || purpose === undefined ? null : purpose,
      language: draft.language,
      who: known ?? { kind: 'new', name: draft.name.trim(), phone },
    };
    const onSuccess = (): void => {
      toast(t('book.done'));
      navigate(`/counters/${counterId}?day=${todayInBrussels(new Date(start))}`);
    };
    book.mutate(body, { onSuccess, onError: () => draft.setFrom(undefined) });
  };
  const submit = (): void => {
    setAsked(true);
    book.reset();
    const wrong = wrongIn(draft);
    if (wrong !== undefined) document.getElementById(wrong)?.focus();
    else if (counter !== undefined && from !== undefined) send(counter.id, from);
  };
  return { draft, book, asked, submit };
};

type MatterProps = FormProps & Pick<ReturnType<typeof useBooking>, 'draft' | 'asked'>;

/** Where to, what for, and in which language. */
const Matter = ({ counters, draft, asked }: MatterProps) => {
  const t = useCounterText();
  const read = useLocalized();
  const { counter, purpose } = draft;
  const procedures = useOwnProcedures().filter(({ key }) => counter?.procedures.includes(key));
  return (
    <>
      {counters.length > 1 && (
        <Select
          id="counter"
          label={t('counter')}
          options={counters.map(({ id, name }) => ({ value: id, label: read(name) }))}
          value={counter?.id}
          onChange={draft.changeCounter}
        />
      )}
      <Select
        id="purpose"
        label={t('what')}
        options={[
          ...procedures.map(({ key, title }) => ({ value: key, label: read(title) })),
          ...(counter?.takesOther === true ? [{ value: OTHER, label: t('other') }] : []),
        ]}
        value={purpose}
        onChange={draft.setPurpose}
        {...(asked && purpose === undefined && { error: t('missing') })}
      />
      <RadioGroup
        id="language"
        label={t('language')}
        inline
        options={draft.languages.map((one) => ({ value: one, label: localeNames[one] }))}
        value={draft.language}
        onChange={draft.setLanguage}
      />
    </>
  );
};

const BookForm = ({ counters }: FormProps) => {
  const t = useCounterText();
  const { draft, book, asked, submit } = useBooking({ counters });
  const { counter, from } = draft;
  const isTaken = problemCode(book.error) === 'APPOINTMENT_TAKEN';
  const hourError = asked && from === undefined ? t('hour.missing') : undefined;
  if (counter === undefined) return null;
  return (
    <Form className="iris-stack iris-stack--loose iris-prose" onSubmit={submit}>
      <Somebody draft={draft} asked={asked} />
      <Matter counters={counters} draft={draft} asked={asked} />
      <HourPicker
        key={counter.id}
        counterId={counter.id}
        value={from}
        onChange={draft.setFrom}
        error={isTaken ? t('hour.taken') : hourError}
      />
      {book.isError && !isTaken && <Failure error={book.error} />}
      <div>
        <Button type="submit" busy={book.isPending}>
          {t('book.go')}
        </Button>
      </div>
    </Form>
  );
};

/** Books an hour for who is on the telephone. */
export const BookForPage = () => {
  const t = useCounterText();
  return (
    <Page title={t('book')} crumbs={[{ href: '/counters', label: t('counters') }]}>
      <Answered query={useOfficeCounters()}>
        {(counters) => {
          const open = counters.filter(({ isOpen }) => isOpen);
          return open.length === 0 ? (
            <EmptyState icon="clock" title={t('counters.none')} />
          ) : (
            <BookForm counters={open} />
          );
        }}
      </Answered>
    </Page>
  );
};
