import { CaseworkError } from '@irisflow/foundation';

/** Longer periods are for the archives. */
const MOST_DAYS = 5 * 366;
const DAY_MS = 24 * 3600_000;

/**
 * The whole months of a period, both days included: whoever could choose two periods that differ by a day would learn from the
 * difference what became of one case.
 */
export const wholeMonthsOf = ({ from, to }: { readonly from: string; readonly to: string }) => {
  if (from > to || Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY_MS)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a period of at most ${MOST_DAYS} days that begins before it ends, but found ${from} to ${to}`,
    );
  const next = new Date(`${to.slice(0, 7)}-01`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return { from: `${from.slice(0, 7)}-01`, to: new Date(next.getTime() - DAY_MS).toISOString().slice(0, 10) };
};
