import type { AppointmentView } from '@irisflow/client';
import { Answered, Page, problemCode, useLocalized } from '@irisflow/frame';
import { HourPicker } from '@irisflow/frame/hours';
import { Button, EmptyState, Form, LinkButton, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { useAppointmentText } from './appointment-texts.ts';
import { useMove, useMyAppointments } from './use-appointments.ts';
import { useWhen } from './use-when.ts';

const MoveForm = ({ appointment: { id, counter, from: now } }: { readonly appointment: AppointmentView }) => {
  const t = useAppointmentText();
  const read = useLocalized();
  const toast = useToast();
  const [, navigate] = useLocation();
  const when = useWhen();
  const move = useMove();
  const [from, setFrom] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const isTaken = problemCode(move.error) === 'APPOINTMENT_TAKEN';
  const submit = (): void => {
    move.reset();
    setMissing(from === undefined);
    if (from === undefined) return document.getElementById('hour')?.focus();
    const onSuccess = (): void => {
      toast(t('move.done'));
      navigate('/my/appointments');
    };
    const onError = (): void => {
      setFrom(undefined);
      document.getElementById('hour')?.focus();
    };
    move.mutate({ id, from }, { onSuccess, onError });
  };
  return (
    <Form className="iris-stack iris-stack--loose iris-prose" onSubmit={submit}>
      <p>
        {t('move.now', { when: when(now) })}
        <br />
        {read(counter.name)}, {read(counter.address)}
      </p>
      <HourPicker
        counterId={counter.id}
        value={from}
        onChange={setFrom}
        error={isTaken ? t('book.taken') : isMissing && from === undefined ? t('book.missing') : undefined}
      />
      {move.isError && !isTaken && <RefusalNotice error={move.error} />}
      <div>
        <Button type="submit" busy={move.isPending}>
          {t('move.go')}
        </Button>
      </div>
    </Form>
  );
};

/** Another hour for an appointment of mine. */
export const MovePage = ({ appointmentId }: { readonly appointmentId: string }) => {
  const t = useAppointmentText();
  return (
    <Page title={t('move')} crumbs={[{ href: '/my/appointments', label: t('mine') }]}>
      <Answered query={useMyAppointments()}>
        {(all) => {
          const appointment = all.find(({ id, mayChange }) => id === appointmentId && mayChange);
          return appointment === undefined ? (
            <EmptyState title={t('move.over')} action={<LinkButton href="/my/appointments">{t('mine')}</LinkButton>} />
          ) : (
            <MoveForm appointment={appointment} />
          );
        }}
      </Answered>
    </Page>
  );
};
