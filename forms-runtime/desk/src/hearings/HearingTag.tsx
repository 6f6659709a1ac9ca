import type { HearingView } from '@irisflow/client';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

const tones = { scheduled: 'accent', held: 'success', missed: 'warning', canceled: 'neutral' } as const;

/** How a hearing stands; one that has begun waits for its minutes. */
export const HearingTag = ({
  hearing: { state, hasBegun },
}: {
  readonly hearing: Pick<HearingView, 'state' | 'hasBegun'>;
}) => {
  const t = useDeskText();
  if (state === 'scheduled' && hasBegun) return <StatusTag tone="warning">{t('hearing.toReport')}</StatusTag>;
  return <StatusTag tone={tones[state]}>{t(`hearing.state.${state}`)}</StatusTag>;
};
