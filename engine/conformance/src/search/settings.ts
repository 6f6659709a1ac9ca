const numberFrom = (name: string, usual: number): number => {
  const text = process.env[name] ?? '';
  const value = text === '' ? usual : Number(text);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RangeError(`Expected ${name} to be a whole number, but found '${text}'`);
};

/** How many random models a run plays: `IRISFLOW_SEARCH_MODELS`, or 100; `npm run search` plays thousands. */
export const models = numberFrom('IRISFLOW_SEARCH_MODELS', 100);

/** Where chance begins: `IRISFLOW_SEARCH_SEED`. The same in every run of the tests; `npm run search` takes another each time. */
export const seed = numberFrom('IRISFLOW_SEARCH_SEED', 20_261_126);

/** A search that met hardly any case of some kind would prove nothing of it: a twentieth at least, unless it is only a try. */
export const fewest = (cases: number): number => (cases < 100 ? 0 : Math.floor(cases / 20));

/** What a search of so many cases may take, in milliseconds, on a slow machine. */
export const patienceFor = (cases: number): number => 120_000 + cases * 2_000;
