import type { InspectionView } from '@irisflow/client';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

const tones = { compliant: 'success', partly: 'warning', notCompliant: 'danger', notSeen: 'neutral' } as const;

/** How an inspection stands: what was found, or that nothing was reported. */
export const InspectionTag = ({
  inspection: { state, outcome },
}: {
  readonly inspection: Pick<InspectionView, 'state' | 'outcome'>;
}) => {
  const t = useDeskText();
  if (outcome !== null) return <StatusTag tone={tones[outcome]}>{t(`inspection.outcome.${outcome}`)}</StatusTag>;
  return <StatusTag tone={state === 'asked' ? 'accent' : 'neutral'}>{t(`inspection.state.${state}`)}</StatusTag>;
};
