import { playCase, recordScenario, runScenario, type Playable } from '@irisflow/scenarios';
import { answerLine } from '../app/answer-line.ts';
import type { PlayResult, PlayWork } from './play-work.ts';

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

/** Plays what is asked. */
answerLine(async (asked: PlayWork): Promise<PlayResult> => {
  const work = { ...asked, playable: sameFiles(asked.playable) };
  switch (work.kind) {
    case 'play':
      return playCase(work.playable, work.script);
    case 'record':
      return recordScenario(work.playable, work);
    case 'run':
      return runScenario(work.playable, work.scenario);
  }
});
