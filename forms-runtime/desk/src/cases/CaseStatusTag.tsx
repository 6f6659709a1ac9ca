import type { CaseStatus } from '@irisflow/client';
import { StatusTag, type TagTone } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

const tones: { readonly [S in CaseStatus]: TagTone } = {
  submitted: 'accent',
  received: 'accent',
  incomplete: 'warning',
  complete: 'accent',
  inInstruction: 'accent',
  decisionPending: 'accent',
  granted: 'success',
  refused: 'danger',
  inadmissible: 'danger',
  withdrawn: 'neutral',
  closed: 'neutral',
};

/** Where a case stands, in the words of the administration. */
export const CaseStatusTag = ({ status }: { readonly status: CaseStatus }) => {
  const t = useDeskText();
  return <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>;
};
