import { createWorkerLine } from '../../app/worker-line.ts';
import type { FileChanges } from '../draft-state.ts';
import type { AnswerTo, NamesAnswers, NamesQuestion, SentQuestion } from './names-question.ts';

type Files = ReadonlyMap<string, string>;

/** Says what names mean and where they are used, beside the screen: reading every file takes up to a second. */
export interface NamesAsker {
  ask<Question extends NamesQuestion>(files: Files, question: Question): Promise<AnswerTo<Question>>;
  close(): void;
}

const changedFrom = (before: Files, after: Files): FileChanges =>
  new Map<string, string | null>([
    ...[...before.keys()].filter((path) => !after.has(path)).map((path) => [path, null] as const),
    ...[...after].filter(([path, text]) => before.get(path) !== text),
  ]);

/** A thread that keeps the files of the draft and is sent what changed in them. */
export const createNamesAsker = (): NamesAsker => {
  const line = createWorkerLine<SentQuestion, NamesAnswers[keyof NamesAnswers]>(
    () => new Worker(new URL('./names.worker.ts', import.meta.url), { type: 'module' }),
  );
  let known: Files = new Map();
  return {
    ask: <Question extends NamesQuestion>(files: Files, question: Question) => {
      const changed = changedFrom(known, files);
      known = files;
      return line.ask({ changed, question }) as Promise<AnswerTo<Question>>;
    },
    close: () => {
      known = new Map();
      line.close();
    },
  };
};
