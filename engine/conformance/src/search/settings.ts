const numberFrom = (name: string, usual: number): number => {
  const text = process.env[name] ?? '';
  const value = text === '' ? usual : Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`Expected ${name} to be a whole number, but found '${text}'`);
};

/** How many random models a run plays: `IRISFLOW_SEARCH_MODELS`, or 300. */
export const models = numberFrom('IRISFLOW_SEARCH_MODELS', 300);

/** Where chance begins: `IRISFLOW_SEARCH_SEED` repeats a run, otherwise every run is another. */
export const seed = numberFrom('IRISFLOW_SEARCH_SEED', Date.now() % 2 ** 31);

/** What a search of so many cases may take, in milliseconds, on a slow machine. */
export const patienceFor = (cases: number): number => 120_000 + cases * 2_000;
