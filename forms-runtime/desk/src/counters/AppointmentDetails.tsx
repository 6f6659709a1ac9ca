import type { DeskAppointment } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { AppLink, Button, Dialog, SummaryList, useFormatters } from '@irisflow/ui';
import { useCounterText } from './counter-texts.ts';
import { useAppointment } from './use-counters.ts';

interface DetailsProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}

const Facts = ({ appointment }: { readonly appointment: DeskAppointment }) => {
  const t = useCounterText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const { from, phone, procedure, caseId, reason } = appointment;
  return (
    <SummaryList
      items={[
        { id: 'time', term: t('time'), value: dateTime(from) },
        {
          id: 'phone',
          term: t('phone'),
          value: phone === null ? t('phone.none') : <a href={`tel:${phone}`}>{phone}</a>,
        },
        { id: 'what', term: t('what'), value: procedure === null ? t('other') : read(procedure.title) },
        ...(caseId === null
          ? []
          : [{ id: 'case', term: t('case'), value: <AppLink href={`/cases/${caseId}`}>{t('case.see')}</AppLink> }]),
        ...(reason === null ? [] : [{ id: 'reason', term: t('cancel.reason'), value: reason }]),
      ]}
    />
  );
};

/** One appointment with the number to call; whoever it is of reads in their log that it was opened. */
export const AppointmentDetails = ({ id, name, onClose }: DetailsProps) => {
  const t = useCounterText();
  return (
    <Dialog
      open
      title={name}
      onClose={onClose}
      actions={
        <Button tone="secondary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <Answered query={useAppointment(id)}>{(appointment) => <Facts appointment={appointment} />}</Answered>
    </Dialog>
  );
};
