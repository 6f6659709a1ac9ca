import type { Occurrence } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useRightText } from './right-texts.ts';

const tones: Readonly<Record<Occurrence['state'], TagTone>> = {
  open: 'accent',
  submitted: 'accent',
  accepted: 'success',
  refused: 'danger',
  waived: 'neutral',
  dropped: 'neutral',
};

/** How something that is due stands, for whoever has to do it. */
export const OccurrenceTag = ({ occurrence: { state, isOverdue } }: { readonly occurrence: Occurrence }) => {
  const t = useRightText();
  const isLate = state === 'open' && isOverdue;
  return <StatusTag tone={isLate ? 'danger' : tones[state]}>{t(isLate ? 'due.late' : `due.state.${state}`)}</StatusTag>;
};
