import type { Playable, PlayedCase, PlayedScript, Scenario, ScenarioOutcome } from '@irisflow/scenarios';
import type { PlayAnswer, PlayWork } from './play-work.ts';

/** Plays cases and scenarios. */
export interface Player {
  play(playable: Playable, script: PlayedScript): Promise<PlayedCase>;
  record(playable: Playable, about: { script: PlayedScript; played: PlayedCase; title: string }): Promise<Scenario>;
  run(playable: Playable, scenario: Scenario): Promise<ScenarioOutcome>;
  close(): void;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (reason: Error) => void;
}

/** A player in a thread of its own. */
export const createPlayer = (): Player => {
  const worker = new Worker(new URL('./play.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.addEventListener('message', ({ data: { id, result, failure } }: MessageEvent<PlayAnswer>) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (failure === null) asked?.resolve(result as never);
    else asked?.reject(new Error(failure));
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  const ask = <Result>(work: PlayWork): Promise<Result> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ id: last, work }, []);
    });
  return {
    play: (playable, script) => ask({ kind: 'play', playable, script }),
    record: (playable, about) => ask({ kind: 'record', playable, ...about }),
    run: (playable, scenario) => ask({ kind: 'run', playable, scenario }),
    close: () => worker.terminate(),
  };
};
