import type { CaseStatus, CaseSummary } from '@irisflow/client';

const ended: ReadonlySet<CaseStatus> = new Set(['granted', 'refused', 'inadmissible', 'withdrawn', 'closed']);

export interface SortedCases {
  /** The administration waits for the applicant. */
  readonly awaiting: readonly CaseSummary[];
  readonly running: readonly CaseSummary[];
  readonly ended: readonly CaseSummary[];
}

export const hasEnded = (status: CaseStatus): boolean => ended.has(status);

/** Cases by what they ask of the applicant; the order within each group stays. */
export const sortCases = (cases: readonly CaseSummary[]): SortedCases => ({
  awaiting: cases.filter(({ awaitsApplicant }) => awaitsApplicant),
  running: cases.filter(({ awaitsApplicant, status }) => !awaitsApplicant && !hasEnded(status)),
  ended: cases.filter(({ awaitsApplicant, status }) => !awaitsApplicant && hasEnded(status)),
});
