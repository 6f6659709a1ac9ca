import type { Playable, PlayedCase, PlayedScript, Scenario, ScenarioOutcome } from '@irisflow/scenarios';
import { createWorkerLine } from '../app/worker-line.ts';
import type { PlayResult, PlayWork } from './play-work.ts';

/** Plays cases and scenarios. */
export interface Player {
  play(playable: Playable, script: PlayedScript): Promise<PlayedCase>;
  record(playable: Playable, about: { script: PlayedScript; played: PlayedCase; title: string }): Promise<Scenario>;
  run(playable: Playable, scenario: Scenario): Promise<ScenarioOutcome>;
  close(): void;
}

/** A player in a thread of its own, which is there from the first question until it is closed. */
export const createPlayer = (): Player => {
  const line = createWorkerLine<PlayWork, PlayResult>(
    () => new Worker(new URL('./play.worker.ts', import.meta.url), { type: 'module' }),
  );
  const ask = <Result extends PlayResult>(work: PlayWork): Promise<Result> => line.ask(work) as Promise<Result>;
  return {
    play: (playable, script) => ask({ kind: 'play', playable, script }),
    record: (playable, about) => ask({ kind: 'record', playable, ...about }),
    run: (playable, scenario) => ask({ kind: 'run', playable, scenario }),
    close: () => line.close(),
  };
};
