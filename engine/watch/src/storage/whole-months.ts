/** A span of days as its text is in the store; the end is not of it. */
export interface Days {
  readonly from: string;
  readonly before: string;
}

const DAY_MS = 24 * 3600_000;

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

const monthAfter = (day: string): string => {
  const next = new Date(monthOf(day));
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next.toISOString().slice(0, 10);
};

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a < b ? b : a);

/** A period with what is missing of its first and its last month; both days included. */
export const roundMonths = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from: monthOf(from),
  to: dayBefore(monthAfter(to)),
});

/** A period, both days included, as the whole months in it and the days before and after them; each of them may be empty. */
export const wholeMonths = ({ from, to }: { readonly from: string; readonly to: string }) => {
  const before = dayAfter(to);
  const months: Days = { from: from === monthOf(from) ? from : monthAfter(from), before: monthOf(before) };
  const head: Days = { from, before: earlier(months.from, before) };
  return { head, months, tail: { from: later(months.before, head.before), before } };
};
