import { startTerm, type Calendar } from '@irisflow/calendar';
import type { TermFacts } from '@irisflow/terms';

/** The term of the decision, and the days by which it is counted. */
export interface TermOfProcedure {
  readonly facts: TermFacts;
  readonly calendar: Calendar;
}

/** Its last day, when it is counted from the day on which the application came in. */
export const decisionTermDue = ({ facts, calendar }: TermOfProcedure, receivedOn: string): string | null =>
  startTerm(calendar, facts.rule, receivedOn).dueOn;
