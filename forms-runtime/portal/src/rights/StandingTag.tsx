import type { RightStanding } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useRightText } from './right-texts.ts';

const tones: Readonly<Record<RightStanding, TagTone>> = {
  valid: 'success',
  notYet: 'accent',
  suspended: 'warning',
  ended: 'neutral',
  over: 'neutral',
};

/** Whether a right holds today. */
export const StandingTag = ({ standing }: { readonly standing: RightStanding }) => {
  const t = useRightText();
  return <StatusTag tone={tones[standing]}>{t(`standing.${standing}`)}</StatusTag>;
};
