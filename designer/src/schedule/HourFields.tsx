import { DateField, TextField } from '@irisflow/ui';
import { useState } from 'react';
import type { Hour } from '../api/schedule.ts';
import { parseDay } from '../app/parse-day.ts';
import { useTexts } from '../texts/use-texts.ts';
import { parseTime } from './parse-time.ts';

/** An hour as it is typed, and as it is once it is whole. */
export const useHour = () => {
  const [day, setDay] = useState<string>();
  const [time, setTime] = useState('06:00');
  const parsed = parseTime(time);
  const known = parseDay(day ?? '');
  const hour: Hour | null = known !== null && parsed !== null ? { day: known, time: parsed } : null;
  return { day, setDay, time, setTime, hour };
};

/** A day and an hour in Brussels. */
export const HourFields = ({ day, setDay, time, setTime }: ReturnType<typeof useHour>) => {
  const t = useTexts();
  const isWrong = time.trim() !== '' && parseTime(time) === null;
  return (
    <>
      <DateField id="schedule-day" label={t('schedule.day')} value={day} onChange={setDay} />
      <TextField
        id="schedule-time"
        label={t('schedule.time')}
        hint={t('schedule.timeHint')}
        size="10"
        value={time}
        onChange={setTime}
        {...(isWrong && { error: t('schedule.timeWrong') })}
      />
    </>
  );
};
