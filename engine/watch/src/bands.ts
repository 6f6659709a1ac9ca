/** Each band of durations is a tenth longer than the one before: what is read from one is within a twentieth of what was. */
const GROWTH = Math.log(1.1);

/** The band of a duration. */
export const bandOf = (seconds: number): number => Math.round(Math.log1p(Math.max(0, seconds)) / GROWTH);

/** The middle of a band, in seconds. */
export const secondsOf = (band: number): number => Math.round(Math.expm1(band * GROWTH));

/** How many passings took how long. */
export type Durations = ReadonlyMap<number, number>;

export const totalOf = (durations: Durations): number => [...durations.values()].reduce((sum, count) => sum + count, 0);

/** The smallest duration that at least this share of the passings did not exceed, in seconds; null of none. */
export const percentileOf = (durations: Durations, share: number): number | null => {
  const wanted = Math.ceil(totalOf(durations) * share);
  let counted = 0;
  for (const [band, count] of [...durations].toSorted(([a], [b]) => a - b)) {
    counted += count;
    if (counted >= wanted) return secondsOf(band);
  }
  return null;
};
