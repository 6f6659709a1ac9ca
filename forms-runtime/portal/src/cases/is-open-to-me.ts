import type { CaseView } from '@irisflow/client';
import { hasEnded } from './sort-cases.ts';

/** Whether whoever reads a case may still add to it: an applicant, who has a part in it, or whom an office opened it about. */
export const isOpenToMe = ({ canWithdraw, part, channel, status }: CaseView): boolean =>
  canWithdraw || ((part !== null || channel !== 'portal') && !hasEnded(status));
