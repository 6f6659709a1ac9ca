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
  'transferred',
] as const;

export const CaseStatus = oneOf(caseStatuses);
export type CaseStatus = Static<typeof CaseStatus>;

const ends = [
  'granted',
  'refused',
  'inadmissible',
  'withdrawn',
  'closed',
  'transferred',
] as const satisfies readonly CaseStatus[];

/** Statuses after which nothing is expected of anybody. */
export const endStatuses: readonly CaseStatus[] = ends;

export const EndStatus = oneOf(ends);
export type EndStatus = Static<typeof EndStatus>;
