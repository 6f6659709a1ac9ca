import type { CaseStatus, CaseSummary } from '@irisflow/client';

const ended: ReadonlySet<CaseStatus> = new Set([
  'granted',
  'refused',
  'inadmissible',
  'withdrawn',
  'closed',
  'transferred',
]);

type Standing = Pick<CaseSummary, 'awaitsApplicant' | 'status'>;

export interface SortedCases<T extends Standing> {
  /** The administration waits for the applicant. */
  readonly awaiting: readonly T[];
  readonly running: readonly T[];
  readonly ended: readonly T[];
}

export const hasEnded = (status: CaseStatus): boolean => ended.has(status);

/** Cases by what they ask of the applicant; the order within each group stays. */
export const sortCases = <T extends Standing>(cases: readonly T[]): SortedCases<T> => ({
  awaiting: cases.filter(({ awaitsApplicant }) => awaitsApplicant),
  running: cases.filter(({ awaitsApplicant, status }) => !awaitsApplicant && !hasEnded(status)),
  ended: cases.filter(({ awaitsApplicant, status }) => !awaitsApplicant && hasEnded(status)),
});
