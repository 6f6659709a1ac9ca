import type { AppointmentView } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import {
  AppLink,
  Button,
  ConfirmDialog,
  EmptyState,
  LinkButton,
  StatusTag,
  useLocale,
  useToast,
  VisuallyHidden,
} from '@irisflow/ui';
import { useState } from 'react';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { useAppointmentText } from './appointment-texts.ts';
import { calendarUrl, useCancel, useMyAppointments } from './use-appointments.ts';
import { useWhen } from './use-when.ts';

interface OneProps {
  readonly appointment: AppointmentView;
}

const CancelAppointment = ({ appointment }: OneProps) => {
  const t = useAppointmentText();
  const toast = useToast();
  const when = useWhen()(appointment.from);
  const cancel = useCancel();
  const [isAsking, setAsking] = useState(false);
  const confirm = (): void =>
    cancel.mutate(appointment.id, {
      onSuccess: () => {
        setAsking(false);
        toast(t('cancel.done'));
      },
    });
  return (
    <>
      <Button tone="quiet" size="small" onClick={() => setAsking(true)}>
        {t('cancel')}
        <VisuallyHidden>{`, ${when}`}</VisuallyHidden>
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('cancel.title')}
        confirm={t('cancel.go')}
        dismiss={t('cancel.keep')}
        tone="danger"
        busy={cancel.isPending}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>{t('cancel.text', { when })}</p>
        {cancel.isError && <RefusalNotice error={cancel.error} />}
      </ConfirmDialog>
    </>
  );
};

const Actions = ({ appointment }: OneProps) => {
  const t = useAppointmentText();
  const locale = useLocale();
  const when = useWhen()(appointment.from);
  const { id } = appointment;
  return (
    <div className="iris-row">
      <LinkButton href={`/my/appointments/${id}/move`} tone="secondary" size="small">
        {t('move')}
        <VisuallyHidden>{`, ${when}`}</VisuallyHidden>
      </LinkButton>
      <CancelAppointment appointment={appointment} />
      <a href={calendarUrl(id, locale)}>
        {t('calendar')}
        <VisuallyHidden>{`, ${when}`}</VisuallyHidden>
      </a>
    </div>
  );
};

const tones = {
  booked: 'accent',
  arrived: 'accent',
  served: 'success',
  missed: 'warning',
  canceled: 'neutral',
} as const;

const Appointment = ({ appointment }: OneProps) => {
  const t = useAppointmentText();
  const read = useLocalized();
  const { from, counter, procedure, caseId, language, state, reason, mayChange } = appointment;
  return (
    <li className="portal-row">
      <div className="iris-stack iris-stack--tight">
        <h3>{useWhen()(from)}</h3>
        <p>
          {procedure === null ? t('other') : read(procedure.title)}
          <br />
          {read(counter.name)}, {read(counter.address)}
        </p>
        {mayChange && <p className="iris-muted">{t(`language.${language}`)}</p>}
        {reason !== null && <p>{t('reason', { reason })}</p>}
        {caseId !== null && (
          <p>
            <AppLink href={`/my/cases/${caseId}`}>{t('case')}</AppLink>
          </p>
        )}
        {mayChange && <Actions appointment={appointment} />}
      </div>
      {(mayChange || state !== 'booked') && <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>}
    </li>
  );
};

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly appointments: readonly AppointmentView[];
}

const Group = ({ id, title, appointments }: GroupProps) =>
  appointments.length === 0 ? null : (
    <section className="portal-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="portal-rows">
        {appointments.map((appointment) => (
          <Appointment key={appointment.id} appointment={appointment} />
        ))}
      </ul>
    </section>
  );

/** When I am expected at a counter, and when I was. */
export const MyAppointmentsPage = () => {
  const t = useAppointmentText();
  return (
    <Page title={t('mine')} lead={t('mine.lead')}>
      <Answered query={useMyAppointments()}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('mine.none')} action={<LinkButton href="/">{t('mine.browse')}</LinkButton>}>
              {t('mine.none.text')}
            </EmptyState>
          ) : (
            <div className="iris-stack iris-stack--loose">
              <Group
                id="upcoming"
                title={t('mine.upcoming')}
                appointments={all.filter(({ mayChange }) => mayChange).toReversed()}
              />
              <Group id="past" title={t('mine.past')} appointments={all.filter(({ mayChange }) => !mayChange)} />
            </div>
          )
        }
      </Answered>
    </Page>
  );
};
