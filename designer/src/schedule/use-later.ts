import { useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useSchedule, useSchedulePublication } from '../api/schedule.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useHour } from './HourFields.tsx';

interface Publication {
  readonly note: string;
  readonly revision: number;
  readonly reason?: string;
}

/** Whether the draft is published now or at an hour to come, and the act for the latter. */
export const useLater = (procedureKey: string) => {
  const t = useTexts();
  const toast = useToast();
  const { dateTime } = useFormatters();
  const { data: scheduled } = useSchedule(procedureKey);
  const [isLater, setLater] = useState(false);
  const fields = useHour();
  const { mutate, isPending, error } = useSchedulePublication(procedureKey);
  const { hour } = fields;
  const schedule = (publication: Publication, onDone: () => void): void => {
    if (hour === null) return;
    mutate(
      { ...publication, ...hour },
      {
        onSuccess: ({ goesLiveAt }) => {
          onDone();
          toast(t('schedule.done', { at: dateTime(goesLiveAt) }));
        },
      },
    );
  };
  return { isLater, setLater, fields, hour, schedule, isPending, error, scheduled: scheduled ?? null };
};
