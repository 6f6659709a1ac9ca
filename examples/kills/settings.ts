/** How long, where and by which dice; `npm run kills` says so, and `npm test` takes a short one. */
export interface KillSettings {
  readonly store: 'postgres' | 'embedded';
  readonly kills: number;
  readonly seed: number;
  /** After so many minutes no other one falls, however slow the machine is. */
  readonly minutes: number;
}

const numberOf = (name: string, otherwise: number): number => {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`Expected ${name} to be a whole number from 1 on`);
  return value;
};

export const readSettings = (): KillSettings => ({
  store: process.env['IRISFLOW_TEST_KILLS_STORE'] === 'embedded' ? 'embedded' : 'postgres',
  kills: numberOf('IRISFLOW_TEST_KILLS', 5),
  seed: numberOf('IRISFLOW_TEST_KILLS_SEED', 7),
  minutes: numberOf('IRISFLOW_TEST_KILLS_MINUTES', 1),
});
