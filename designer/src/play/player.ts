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

/** A player in a thread of its own, which is there from the first question until it is closed. */
export const createPlayer = (): Player => {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let worker: Worker | null = null;
  const open = (): Worker => {
    const opened = new Worker(new URL('./play.worker.ts', import.meta.url), { type: 'module' });
    opened.addEventListener('message', ({ data: { id, result, failure } }: MessageEvent<PlayAnswer>) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (failure === null) asked?.resolve(result as never);
      else asked?.reject(new Error(failure));
    });
    opened.addEventListener('error', ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
    });
    return opened;
  };
  const ask = <Result>(work: PlayWork): Promise<Result> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker ??= open();
      worker.postMessage({ id: last, work }, []);
    });
  return {
    play: (playable, script) => ask({ kind: 'play', playable, script }),
    record: (playable, about) => ask({ kind: 'record', playable, ...about }),
    run: (playable, scenario) => ask({ kind: 'run', playable, scenario }),
    close: () => {
      worker?.terminate();
      worker = null;
      waiting.clear();
    },
  };
};
