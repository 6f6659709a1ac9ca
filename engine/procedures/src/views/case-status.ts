import { oneOf } from '@irisflow/foundation';
import type { Static } from 'typebox';

export const caseStatuses = [
  'submitted',
  'received',
  'incomplete',
  'complete',
  'inInstruction',
  'decisionPending',
  'granted',
  'refused',
  'inadmissible',
  'withdrawn',
  'closed',
] as const;

export const CaseStatus = oneOf(caseStatuses);
export type CaseStatus = Static<typeof CaseStatus>;
