import type { HearingView } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Names what is done to a hearing with its day and time: a case can have several, with the same buttons. */
export const useHearingAction = ({ day, time }: Pick<HearingView, 'day' | 'time'>) => {
  const t = useDeskText();
  const { fullDate } = useFormatters();
  return (action: string): string => t('hearing.of', { action, when: `${fullDate(day)}, ${time}` });
};
