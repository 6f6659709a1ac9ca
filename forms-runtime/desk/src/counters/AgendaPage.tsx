import type { Agenda, DeskAppointment } from '@irisflow/client';
import { Answered, Page, useLocalized, usePerson } from '@irisflow/frame';
import {
  AppLink,
  Button,
  DataTable,
  EmptyState,
  LinkButton,
  localeNames,
  Notice,
  StatusTag,
  useFormatters,
  type Column,
} from '@irisflow/ui';
import { todayInBrussels } from '@irisflow/renderer';
import { useSearch } from 'wouter';
import { useToday } from '../administration/use-today.ts';
import { isClerk } from '../session/clerk.ts';
import { useCounterText } from './counter-texts.ts';
import { ReceiveActions } from './ReceiveActions.tsx';
import { useAgenda, useMisfits } from './use-counters.ts';

const DAY_MS = 86_400_000;
const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const tones = {
  booked: 'accent',
  arrived: 'warning',
  served: 'success',
  missed: 'danger',
  canceled: 'neutral',
} as const;

const useColumns = (): readonly Column<DeskAppointment>[] => {
  const t = useCounterText();
  const read = useLocalized();
  const { time } = useFormatters();
  return [
    { id: 'time', header: t('time'), cell: ({ from, until }) => `${time(from)}–${time(until)}` },
    { id: 'who', header: t('who'), cell: ({ name }) => <strong>{name}</strong> },
    {
      id: 'what',
      header: t('what'),
      cell: ({ procedure }) => (procedure === null ? t('other') : read(procedure.title)),
    },
    { id: 'language', header: t('language'), cell: ({ language }) => localeNames[language] },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state, fits }) => (
        <>
          <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>
          {!fits && <p className="iris-field__error">{t('misfit')}</p>}
        </>
      ),
    },
    {
      id: 'actions',
      header: t('actions'),
      cell: (appointment) => <ReceiveActions appointment={appointment} />,
    },
  ];
};

/** Appointments to come that the counter cannot keep, each with the way to its day. */
const Misfits = ({ counterId }: { readonly counterId: string }) => {
  const t = useCounterText();
  const { fullDate, time } = useFormatters();
  const { data } = useMisfits(counterId);
  if (data === undefined || data.appointments.length + data.hidden === 0) return null;
  const { appointments, hidden } = data;
  return (
    <Notice tone="warning" title={t.plural('misfits.left', appointments.length + hidden)}>
      <p>{t('misfits.left.text')}</p>
      {hidden > 0 && <p>{t.plural('misfits.hidden', hidden)}</p>}
      <ul>
        {appointments.map(({ id, from, name }) => (
          <li key={id}>
            <AppLink href={`/counters/${counterId}?day=${todayInBrussels(new Date(from))}`}>
              {fullDate(from)}, {time(from)}
            </AppLink>
            {`, ${name}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

const Days = ({ counterId, day }: { readonly counterId: string; readonly day: string }) => {
  const t = useCounterText();
  const today = useToday();
  const page = (to: string): string => `/counters/${counterId}?day=${to}`;
  return (
    <div className="iris-row">
      <LinkButton href={page(daysLater(day, -1))} tone="quiet" size="small" icon="arrowLeft">
        {t('earlier')}
      </LinkButton>
      {day !== today && (
        <LinkButton href={page(today)} tone="quiet" size="small">
          {t('today')}
        </LinkButton>
      )}
      <LinkButton href={page(daysLater(day, 1))} tone="quiet" size="small" trailingIcon="arrowRight">
        {t('later')}
      </LinkButton>
      <Button tone="quiet" size="small" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
};

const DayOf = ({ agenda: { appointments, isClosed } }: { readonly agenda: Agenda }) => {
  const t = useCounterText();
  const columns = useColumns();
  return (
    <>
      {isClosed && <Notice tone="warning">{t('day.closed')}</Notice>}
      {appointments.length === 0 ? (
        <EmptyState icon="clock" title={t('day.none')} />
      ) : (
        <DataTable caption={t('agenda')} captionHidden columns={columns} rows={appointments} rowKey={({ id }) => id} />
      )}
    </>
  );
};

/** Who comes to a counter on a day. */
export const AgendaPage = ({ counterId }: { readonly counterId: string }) => {
  const t = useCounterText();
  const read = useLocalized();
  const { fullDate } = useFormatters();
  const today = useToday();
  const asked = new URLSearchParams(useSearch()).get('day') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const agenda = useAgenda(counterId, day);
  const mayBook = isClerk(usePerson());
  return (
    <Page
      title={fullDate(day)}
      lead={agenda.data && `${read(agenda.data.counter.name)}, ${read(agenda.data.counter.address)}`}
      crumbs={[{ href: '/counters', label: t('counters') }]}
      actions={
        mayBook && (
          <LinkButton href={`/counters/booking?counter=${counterId}`} tone="secondary" size="small" icon="plus">
            {t('book')}
          </LinkButton>
        )
      }
    >
      <div className="iris-stack">
        <Misfits counterId={counterId} />
        <Days counterId={counterId} day={day} />
        <Answered query={agenda}>{(found) => <DayOf agenda={found} />}</Answered>
      </div>
    </Page>
  );
};
