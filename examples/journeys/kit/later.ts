const preload = new URL('later.mjs', import.meta.url).href;

/** Settings of a server that lives so many days later than everybody else. */
export const daysLater = (days: number): Readonly<Record<string, string>> => ({
  IRISFLOW_TEST_DAYS_AHEAD: String(days),
  NODE_OPTIONS: `--import ${preload}`,
});
