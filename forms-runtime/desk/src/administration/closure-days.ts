import type { ClosureView } from '@irisflow/client';
import { isDate } from '@irisflow/forms';

/** A closure being written: one day or several in a row, or the date of a day that recurs. */
export interface ClosureDays {
  readonly recurs: ClosureView['recurs'];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const noDays: ClosureDays = { recurs: 'once', from: undefined, to: undefined };

const isDay = (text: string | undefined): text is string => text !== undefined && isDate(text);

/** What is wrong with the days; undefined when they can be sent. */
export const wrongDays = ({ from, to }: ClosureDays): 'from' | 'to' | undefined => {
  if (!isDay(from)) return 'from';
  return to === undefined || (isDay(to) && to >= from) ? undefined : 'to';
};

/** As the platform lists it: a day that recurs does so on its date, from then on. */
export const daysToSend = ({ recurs, from = '', to }: ClosureDays) =>
  recurs === 'once' ? { recurs, from, to: to ?? from } : { recurs, date: from.slice(5), from, to: to ?? null };
