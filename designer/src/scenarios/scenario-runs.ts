import type { Playable, ScenarioOutcome } from '@irisflow/scenarios';
import type { KeptScenario } from '../play/procedure-facts.ts';
import type { Player } from '../play/player.ts';

/** How a scenario went, on the draft as it was then. */
export type ScenarioRun =
  | { readonly state: 'waiting' | 'running' }
  | { readonly state: 'green' | 'red'; readonly outcome: ScenarioOutcome };

/** Runs by the paths of their scenarios. */
export type ScenarioRuns = ReadonlyMap<string, ScenarioRun>;

export interface RunBoard {
  readonly state: () => ScenarioRuns;
  readonly subscribe: (listener: () => void) => () => void;
  /** Plays these one after the other; an earlier request is given up. */
  readonly run: (player: Player, playable: Playable, scenarios: readonly KeptScenario[]) => Promise<void>;
  /** Forgets the runs of another text of the procedure. */
  readonly keepFor: (playable: Playable, scenarios: readonly KeptScenario[]) => void;
}

/** Remembers how scenarios went as long as neither they nor what they play has changed. */
export const createRunBoard = (): RunBoard => {
  let runs: ScenarioRuns = new Map();
  let about: Playable | null = null;
  let written = new Map<string, string>();
  let request = 0;
  const listeners = new Set<() => void>();
  const set = (next: ScenarioRuns): void => {
    runs = next;
    for (const listener of listeners) listener();
  };
  const put = (path: string, run: ScenarioRun): void => set(new Map(runs).set(path, run));
  const textOf = (scenario: KeptScenario): string => JSON.stringify(scenario.scenario);
  const isSame = (playable: Playable): boolean =>
    about !== null &&
    about.processId === playable.processId &&
    about.resources.length === playable.resources.length &&
    about.resources.every(({ text }, index) => text === playable.resources[index]?.text);

  return {
    state: () => runs,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keepFor: (playable, scenarios) => {
      const texts = new Map(scenarios.map((scenario) => [scenario.path, textOf(scenario)]));
      const isKnown = isSame(playable);
      // What is being played is not the draft any more.
      if (!isKnown) request += 1;
      const kept = isKnown ? [...runs].filter(([path]) => written.get(path) === texts.get(path)) : [];
      about = playable;
      written = texts;
      if (kept.length !== runs.size) set(new Map(kept));
    },
    run: async (player, playable, scenarios) => {
      request += 1;
      const own = request;
      about = playable;
      const wanted = scenarios.filter(({ scenario }) => scenario !== null);
      set(new Map([...runs, ...wanted.map(({ path }) => [path, { state: 'waiting' }] as const)]));
      for (const { path, scenario } of scenarios) {
        if (scenario === null) continue;
        if (own !== request) return;
        put(path, { state: 'running' });
        const outcome = await player.run(playable, scenario);
        if (own !== request) return;
        put(path, { state: outcome.differences.length === 0 ? 'green' : 'red', outcome });
      }
    },
  };
};
