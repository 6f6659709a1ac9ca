import { playCase, recordScenario, runScenario } from '@irisflow/scenarios';
import type { PlayAnswer, PlayWork } from './play-work.ts';

const done = async (work: PlayWork): Promise<PlayAnswer['result']> => {
  switch (work.kind) {
    case 'play':
      return playCase(work.playable, work.script);
    case 'record':
      return recordScenario(work.playable, work);
    case 'run':
      return runScenario(work.playable, work.scenario);
  }
};

/** Does one piece of work after the other; an answer bears the number of its question. */
addEventListener('message', ({ data: { id, work } }: MessageEvent<{ id: number; work: PlayWork }>) => {
  done(work)
    .then((result): PlayAnswer => ({ id, result, failure: null }))
    .catch((thrown: unknown): PlayAnswer => ({ id, result: null, failure: String(thrown) }))
    .then((answer) => postMessage(answer, { transfer: [] }))
    .catch((thrown: unknown) => {
      throw thrown;
    });
});
