import type { BatchSummary } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { usePayoutText } from './payout-texts.ts';

const tones: Readonly<Record<BatchSummary['state'], TagTone>> = {
  gathered: 'warning',
  givenUp: 'neutral',
  released: 'accent',
  sent: 'accent',
  settled: 'success',
};

/** Where a batch stands. */
export const BatchStateTag = ({ state }: Pick<BatchSummary, 'state'>) => (
  <StatusTag tone={tones[state]}>{usePayoutText()(`batch.state.${state}`)}</StatusTag>
);
