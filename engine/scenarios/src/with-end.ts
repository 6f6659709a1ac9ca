import type { Scenario, ScenarioEnd } from './scenario.ts';

/** A scenario with what must be true at its end. */
export const withEnd = (scenario: Omit<Scenario, 'then'>, end: ScenarioEnd): Scenario =>
  // Its file names the end so; nobody awaits a scenario.
  // oxlint-disable-next-line unicorn/no-thenable
  ({ ...scenario, then: end });

/** Nothing must be true. */
export const noEnd: ScenarioEnd = { path: [], never: [], rests: [], variables: {} };
