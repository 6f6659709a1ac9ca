import type { PrintBatchSummary } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { usePostRoomText } from './post-room-texts.ts';

const tones: Readonly<Record<PrintBatchSummary['state'], TagTone>> = {
  open: 'warning',
  posted: 'success',
  givenUp: 'neutral',
};

/** Where a batch stands. */
export const BatchStateTag = ({ state }: Pick<PrintBatchSummary, 'state'>) => (
  <StatusTag tone={tones[state]}>{usePostRoomText()(`state.${state}`)}</StatusTag>
);
