import { isDate } from '@irisflow/forms';

export type WrongDay = 'wrong' | 'past';

/** What is wrong with a last day; undefined when it can be sent. */
export const wrongDay = (day: string | undefined, today: string): WrongDay | undefined => {
  if (day === undefined) return undefined;
  if (!isDate(day)) return 'wrong';
  return day < today ? 'past' : undefined;
};
