import { type Calendar, startTerm } from '@irisflow/calendar';
import type { ContactKind } from '../views/contact.ts';

/** How long an answer may take, in working days; requests for many or difficult documents may take twice as long. */
const lengths: { readonly [K in ContactKind]: number | null } = { question: null, complaint: 20, documents: 20 };
const EXTENDED = 40;

interface Received {
  /** The working days of the administration. */
  readonly calendar: Calendar;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
}

const lastDay = (length: number, { calendar, receivedOn }: Received): string =>
  startTerm(calendar, { kind: 'workingDays', length, startsAfter: 'receipt', warnAfter: null }, receivedOn).dueOn;

/** The last day for an answer to what came in on a day; null where nothing says so. */
export const answerDay = (kind: ContactKind, received: Received): string | null => {
  const length = lengths[kind];
  return length === null ? null : lastDay(length, received);
};

/** The last day once the time for an answer was extended. */
export const extendedAnswerDay = (received: Received): string => lastDay(EXTENDED, received);
