import type { RightStanding, RightSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

const tones: Readonly<Record<RightStanding, TagTone>> = {
  valid: 'success',
  notYet: 'accent',
  suspended: 'warning',
  ended: 'neutral',
  over: 'neutral',
};

/** Whether a right holds, in the words of its kind where its state says it. */
export const StandingTag = ({
  right: { standing, state },
}: {
  readonly right: Pick<RightSummary, 'standing' | 'state'>;
}) => {
  const t = useDeskText();
  const read = useLocalized();
  const isByDay = standing === 'notYet' || standing === 'over';
  return <StatusTag tone={tones[standing]}>{isByDay ? t(`right.standing.${standing}`) : read(state.label)}</StatusTag>;
};
