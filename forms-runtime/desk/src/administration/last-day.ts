const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

export type WrongDay = 'wrong' | 'past';

/** What is wrong with a last day; undefined when it can be sent. */
export const wrongDay = (day: string | undefined, today: string): WrongDay | undefined => {
  if (day === undefined) return undefined;
  if (!isDay(day)) return 'wrong';
  return day < today ? 'past' : undefined;
};
