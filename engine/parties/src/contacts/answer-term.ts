import { legalCalendar, startTerm } from '@irisflow/calendar';
import type { ContactKind } from '../views/contact.ts';

/** How long an answer may take, in working days; requests for many or difficult documents may take twice as long. */
const lengths: { readonly [K in ContactKind]: number | null } = { question: null, complaint: 20, documents: 20 };
const EXTENDED = 40;

const lastDay = (length: number, receivedOn: string): string =>
  startTerm(legalCalendar, { kind: 'workingDays', length, startsAfter: 'receipt', warnAfter: null }, receivedOn).dueOn;

/** The last day for an answer to what came in on a day; null where nothing says so. */
export const answerDay = (kind: ContactKind, receivedOn: string): string | null => {
  const length = lengths[kind];
  return length === null ? null : lastDay(length, receivedOn);
};

/** The last day once the time for an answer was extended. */
export const extendedAnswerDay = (receivedOn: string): string => lastDay(EXTENDED, receivedOn);
