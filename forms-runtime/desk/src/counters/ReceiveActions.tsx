import type { DeskAppointment } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { AppLink, Button, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { AppointmentDetails } from './AppointmentDetails.tsx';
import { CancelFor } from './CancelFor.tsx';
import { useCounterText } from './counter-texts.ts';
import { MoveFor } from './MoveFor.tsx';
import { type Reception, useNoteVisit, useReceive } from './use-counters.ts';

interface OneProps {
  readonly appointment: DeskAppointment;
}

/** What a desk says next; the last one takes back what was said. */
const next: Readonly<
  Record<DeskAppointment['state'], readonly (readonly [Reception, 'arrived' | 'served' | 'missed' | 'undo'])[]>
> = {
  booked: [
    ['arrived', 'arrived'],
    ['missed', 'missed'],
  ],
  arrived: [
    ['served', 'served'],
    ['booked', 'undo'],
  ],
  served: [['arrived', 'undo']],
  missed: [['booked', 'undo']],
  canceled: [],
};

/** Turns a visit into a contact, or into an application at once. */
const Visit = ({ appointment: { id, state, contactId, caseId, procedure, name } }: OneProps) => {
  const t = useCounterText();
  const [, navigate] = useLocation();
  const note = useNoteVisit(id);
  if (contactId !== null) return <AppLink href={`/contacts/${contactId}`}>{t('contact')}</AppLink>;
  if (state !== 'arrived' && state !== 'served') return null;
  const go = (procedureKey: string | null): void => note.mutate(procedureKey, { onSuccess: (page) => navigate(page) });
  const who = <VisuallyHidden>{`, ${name}`}</VisuallyHidden>;
  return (
    <>
      <Button tone="secondary" size="small" busy={note.isPending} onClick={() => go(null)}>
        {t('visit')}
        {who}
      </Button>
      {procedure !== null && caseId === null && (
        <Button tone="secondary" size="small" busy={note.isPending} onClick={() => go(procedure.key)}>
          {t('apply')}
          {who}
        </Button>
      )}
      {note.isError && <Failure error={note.error} />}
    </>
  );
};

/** What can be done with an appointment now. */
export const ReceiveActions = ({ appointment }: OneProps) => {
  const t = useCounterText();
  const receive = useReceive();
  const [shown, setShown] = useState<'details' | 'move' | 'cancel'>();
  const close = (): void => setShown(undefined);
  const { id, state, name, mayChange } = appointment;
  const button = (key: 'details' | 'move' | 'cancel') => (
    <Button tone="quiet" size="small" onClick={() => setShown(key)}>
      {t(key)}
      <VisuallyHidden>{`, ${name}`}</VisuallyHidden>
    </Button>
  );
  return (
    <div className="iris-row">
      {next[state].map(([to, key]) => (
        <Button
          key={to}
          tone={key === 'undo' ? 'quiet' : 'secondary'}
          size="small"
          busy={receive.isPending}
          onClick={() => receive.mutate({ id, state: to })}
        >
          {t(key)}
          <VisuallyHidden>{`, ${name}`}</VisuallyHidden>
        </Button>
      ))}
      <Visit appointment={appointment} />
      {button('details')}
      {mayChange && button('move')}
      {mayChange && button('cancel')}
      {receive.isError && <Failure error={receive.error} />}
      {shown === 'details' && <AppointmentDetails id={id} name={name} onClose={close} />}
      {shown === 'move' && <MoveFor appointment={appointment} onClose={close} />}
      {shown === 'cancel' && <CancelFor appointment={appointment} onClose={close} />}
    </div>
  );
};
