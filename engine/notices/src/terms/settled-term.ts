import {
  type Calendar,
  interruptTerm,
  isOpenTerm,
  recountTerm,
  resumeTerm,
  type Suspension,
  type Term,
} from '@irisflow/calendar';

export interface Settling {
  readonly calendar: Calendar;
  /** The day of arrival; null where none is known any more. */
  readonly actOn: string | null;
  readonly today: string;
  /** What it stands still for while no arrival is known: the letter, and how people read that. */
  readonly halt: { readonly requestId: string; readonly reason: string };
}

/** A term that had not begun could not stand still. */
const since =
  (actOn: string) =>
  (suspension: Suspension): Suspension[] => {
    if (suspension.to !== null && suspension.to <= actOn) return [];
    return [suspension.from < actOn ? { ...suspension, from: actOn } : suspension];
  };

/**
 * A term as what is known of its letter makes it: counted from the day of arrival, with every time in which it stood still for
 * another reason. Where no arrival is known any more it stands still, and will begin again in full. One that has ended stays as it is.
 */
export const settledTerm = (term: Term, { calendar, actOn, today, halt }: Settling): Term => {
  if (!isOpenTerm(term)) return term;
  const isOwn = ({ requestId }: Suspension): boolean => requestId === halt.requestId;
  if (actOn !== null) {
    const suspensions = term.suspensions.filter((one) => !isOwn(one)).flatMap(since(actOn));
    return recountTerm(calendar, { ...term, actOn, suspensions }, term.rule);
  }
  if (term.suspensions.some((one) => isOwn(one) && one.to === null)) return term;
  return interruptTerm(calendar, resumeTerm(calendar, term, today), { day: today, ...halt });
};
