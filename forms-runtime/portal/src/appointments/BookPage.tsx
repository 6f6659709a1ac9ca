import type { CounterView } from '@irisflow/client';
import { Answered, Page, problemCode, useLocalized } from '@irisflow/frame';
import { HourPicker } from '@irisflow/frame/hours';
import {
  Button,
  EmptyState,
  Form,
  LinkButton,
  localeNames,
  Notice,
  RadioGroup,
  TextField,
  useLocale,
  useToast,
} from '@irisflow/ui';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useProcedure } from '../catalog/procedures.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePortalText } from '../texts/portal-texts.ts';
import { type AppointmentKey, useAppointmentText } from './appointment-texts.ts';
import { type Booking, useBook } from './use-appointments.ts';
import { useCounters } from './use-counters.ts';

const phonePattern = /^ *\+?(?:[ ./()-]*\d){6,15} *$/;
const refusals: Readonly<Record<string, AppointmentKey>> = {
  APPOINTMENT_TAKEN: 'book.taken',
  APPOINTMENT_LIMIT: 'book.limit',
};

interface FormProps {
  readonly procedureKey: string;
  readonly counters: readonly CounterView[];
}

const useDraft = ({ procedureKey, counters }: FormProps) => {
  const locale = useLocale();
  const [counterId, setCounter] = useState(counters[0]?.id ?? '');
  const [from, setFrom] = useState<string>();
  const [chosen, setLanguage] = useState<Booking['language']>(locale);
  const [phone, setPhone] = useState<string>();
  const languages = counters.find(({ id }) => id === counterId)?.languages ?? [];
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? 'fr');
  const caseId = new URLSearchParams(useSearch()).get('case');
  const isPhoneWrong = phone !== undefined && phone.trim() !== '' && !phonePattern.test(phone);
  const changeCounter = (id: string): void => {
    setCounter(id);
    setFrom(undefined);
  };
  const booking: Omit<Booking, 'from'> = {
    counterId,
    procedureKey,
    caseId,
    language,
    phone: phone === undefined || phone.trim() === '' ? null : phone.trim(),
  };
  return { booking, from, setFrom, languages, changeCounter, setLanguage, phone, setPhone, isPhoneWrong };
};

/** What is wrong with the hour, where one looks for it. */
const useHourError = (error: unknown, isMissing: boolean): string | undefined => {
  const t = useAppointmentText();
  if (isMissing) return t('book.missing');
  const key = refusals[problemCode(error) ?? ''];
  return key === undefined ? undefined : t(key);
};

const useBooking = (props: FormProps) => {
  const t = useAppointmentText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const book = useBook();
  const [isAsked, setAsked] = useState(false);
  const draft = useDraft(props);
  const { booking, from, isPhoneWrong } = draft;
  const hourError = useHourError(book.error, isAsked && from === undefined && !book.isError);
  const onSuccess = (): void => {
    toast(t('book.done'));
    navigate('/my/appointments');
  };
  const onError = (): void => {
    draft.setFrom(undefined);
    document.getElementById('hour')?.focus();
  };
  const submit = (): void => {
    setAsked(true);
    book.reset();
    if (from === undefined) document.getElementById('hour')?.focus();
    else if (isPhoneWrong) document.getElementById('phone')?.focus();
    else book.mutate({ ...booking, from }, { onSuccess, onError });
  };
  return { ...draft, book, hourError, submit, isPhoneWrong: isAsked && isPhoneWrong };
};

type BookingProps = FormProps & ReturnType<typeof useBooking>;

/** Where to, when there is a choice. */
const WhichCounter = ({ counters, booking, changeCounter }: BookingProps) => {
  const t = useAppointmentText();
  const read = useLocalized();
  const options = counters.map(({ id, name, address }) => ({ value: id, label: read(name), hint: read(address) }));
  if (options.length > 1)
    return (
      <RadioGroup
        id="counter"
        label={t('book.counter')}
        options={options}
        value={booking.counterId}
        onChange={changeCounter}
      />
    );
  return options.map(({ value, label, hint }) => (
    <p key={value}>
      <strong>{label}</strong>
      <br />
      {hint}
    </p>
  ));
};

/** How one is received, and reached. */
const Reception = ({ languages, booking, setLanguage, phone, setPhone, isPhoneWrong }: BookingProps) => {
  const t = useAppointmentText();
  return (
    <>
      <RadioGroup
        id="language"
        label={t('book.language')}
        inline
        options={languages.map((language) => ({ value: language, label: localeNames[language] }))}
        value={booking.language}
        onChange={(value) => setLanguage(value as Booking['language'])}
      />
      <TextField
        id="phone"
        type="tel"
        autoComplete="tel"
        label={t('book.phone')}
        hint={t('book.phone.hint')}
        optional
        width="half"
        value={phone ?? ''}
        onChange={setPhone}
        {...(isPhoneWrong && { error: t('book.phone.wrong') })}
      />
    </>
  );
};

const BookForm = (props: FormProps) => {
  const t = useAppointmentText();
  const form = useBooking(props);
  const { booking, book, hourError } = form;
  return (
    <Form className="iris-stack iris-stack--loose iris-prose" onSubmit={form.submit}>
      {booking.caseId !== null && <Notice>{t('book.about')}</Notice>}
      <WhichCounter {...props} {...form} />
      <HourPicker
        key={booking.counterId}
        counterId={booking.counterId}
        value={form.from}
        onChange={form.setFrom}
        error={hourError}
      />
      <Reception {...props} {...form} />
      {book.isError && hourError === undefined && <RefusalNotice error={book.error} />}
      <div>
        <Button type="submit" busy={book.isPending}>
          {t('book.go')}
        </Button>
      </div>
    </Form>
  );
};

/** Books an hour at a counter for a procedure, perhaps about a case. */
export const BookPage = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = useAppointmentText();
  const p = usePortalText();
  const read = useLocalized();
  const { data: procedure } = useProcedure(procedureKey);
  const page = `/procedures/${procedureKey}`;
  return (
    <Page
      title={t('book')}
      lead={t('book.lead')}
      crumbs={[
        { href: '/', label: p('nav.procedures') },
        { href: page, label: procedure === undefined ? procedureKey : read(procedure.title) },
      ]}
    >
      <Answered query={useCounters(procedureKey)}>
        {(counters) =>
          counters.length === 0 ? (
            <EmptyState title={t('book.none')} action={<LinkButton href={page}>{p('nav.procedures')}</LinkButton>} />
          ) : (
            <BookForm procedureKey={procedureKey} counters={counters} />
          )
        }
      </Answered>
    </Page>
  );
};
