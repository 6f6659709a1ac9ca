import { playCase, recordScenario, runScenario, type Playable } from '@irisflow/scenarios';
import type { PlayAnswer, PlayWork } from './play-work.ts';

let known: Playable | null = null;

/** The files of the question before, where they are the same: those were read already. */
const sameFiles = (playable: Playable): Playable => {
  const before = new Map(known?.resources.map((resource) => [resource.name, resource]));
  const resources = playable.resources.map((resource) => {
    const other = before.get(resource.name);
    return other?.text === resource.text ? other : resource;
  });
  known = { ...playable, resources };
  return known;
};

const done = async (asked: PlayWork): Promise<PlayAnswer['result']> => {
  const work = { ...asked, playable: sameFiles(asked.playable) };
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
