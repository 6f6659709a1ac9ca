import type { Occurrence } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useObligationText } from './obligation-texts.ts';

const tones: Readonly<Record<Occurrence['state'], TagTone>> = {
  open: 'neutral',
  submitted: 'accent',
  accepted: 'success',
  refused: 'danger',
  waived: 'neutral',
  dropped: 'neutral',
};

/** How something that is due stands. */
export const OccurrenceTag = ({
  occurrence: { state, isOverdue },
}: {
  readonly occurrence: Pick<Occurrence, 'state' | 'isOverdue'>;
}) => {
  const t = useObligationText();
  const isLate = state === 'open' && isOverdue;
  return <StatusTag tone={isLate ? 'danger' : tones[state]}>{t(isLate ? 'late' : `state.${state}`)}</StatusTag>;
};
