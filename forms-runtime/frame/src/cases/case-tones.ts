import type { CaseStatus } from '@irisflow/client';
import type { TagTone } from '@irisflow/ui';

/** How the status of a case looks: the same for applicants and for clerks, whatever words it has there. */
export const caseTones: { readonly [S in CaseStatus]: TagTone } = {
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
  transferred: 'neutral',
};
