import type { ConsultationOutcome } from '../views/case.ts';

/** What connectors and prefill write into the log, in the words in which people are told. */
const outcomes: Readonly<Record<string, ConsultationOutcome>> = {
  asked: 'asked',
  answered: 'answered',
  found: 'answered',
  NO_DATA: 'noData',
  ID_UNKNOWN: 'noData',
  ID_REPLACED: 'noData',
  ID_CANCELED: 'noData',
  AMBIGUOUS: 'noData',
  NO_AUTHORIZATION: 'notAuthorized',
  ON_PAPER: 'onPaper',
  SOURCE_NOT_DECLARED: 'notAuthorized',
  SUBJECT_NOT_PARTY: 'notAuthorized',
  REASON_NOT_APPROVED: 'notAuthorized',
  SUBJECT_UNREADABLE: 'noData',
};

/** How a consultation ended. The log keeps the source's own word as evidence; one that says nothing about data is a failure. */
export const consultationOutcome = (logged: string): ConsultationOutcome =>
  (Object.hasOwn(outcomes, logged) ? outcomes[logged] : undefined) ?? 'unavailable';
