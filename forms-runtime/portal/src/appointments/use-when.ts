import { useFormatters } from '@irisflow/ui';
import { useAppointmentText } from './appointment-texts.ts';

/** Says when somebody is expected, in words. */
export const useWhen = (): ((from: string) => string) => {
  const t = useAppointmentText();
  const { fullDate, time } = useFormatters();
  return (from) => t('when', { day: fullDate(from), time: time(from) });
};
