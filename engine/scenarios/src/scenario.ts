/** Values as JSON has them. */
export type Values = Readonly<Record<string, unknown>>;

/** What a connector is to answer when a task asks it. */
export type ConnectorAnswer =
  | { readonly output: unknown }
  /** `with` is what the error brings along, such as the number that replaced another one. */
  | { readonly error: string; readonly with?: Values };

/** One thing that happens from outside, in order. */
export type ScenarioStep =
  | { readonly complete: string; readonly with: Values }
  /** A message; `key` is what it is correlated on, the case where it is left out. */
  | { readonly publish: string; readonly key?: string; readonly with: Values }
  /** A signal: everybody who waits for it hears it, as when the process of another procedure says something. */
  | { readonly broadcast: string; readonly with: Values }
  /** ISO 8601 days, e.g. `P30D`. Only an engine whose clock can be moved can run it. */
  | { readonly wait: `P${number}D` };

/** What must be true at the end of a scenario. */
export interface ScenarioEnd {
  /** Elements that must complete, in this order, others may come between. */
  readonly path: readonly string[];
  /** Elements that must not be entered. */
  readonly never: readonly string[];
  /** Where the process rests: the ids of active user tasks, or `end`. */
  readonly rests: readonly string[];
  /** Values of process variables at the end; only the fields named here are compared. */
  readonly variables: Values;
  /** The templates of all letters that leave, in any order. Not compared where it is left out. */
  readonly letters?: readonly string[];
  /** The status that the case was set to last. Not compared where it is left out. */
  readonly status?: string;
}

/** Data in, path and outcome out: how one case of a procedure must run. Stored as `tests/<name>.scenario.json`. */
export interface Scenario {
  readonly title: string;
  /** What was asked for by name and ends here as it should, e.g. `income one cent over`; the page of procedures lists it. */
  readonly proves?: readonly string[];
  /** The process that is played; that of the case where it is left out. */
  readonly process?: string;
  /** The message that begins a process which nobody starts, such as the one that lives with a right. */
  readonly begins?: { readonly publish: string; readonly key: string };
  /** Process variables at the start, or those that the message brings. */
  readonly given: Values;
  /**
   * Answers of connectors by element id; a task that is not named here is answered with an empty result. A list answers one
   * time after the other, and the last of it from then on.
   */
  readonly answers: Readonly<Record<string, ConnectorAnswer | readonly ConnectorAnswer[]>>;
  readonly when: readonly ScenarioStep[];
  readonly then: ScenarioEnd;
}
