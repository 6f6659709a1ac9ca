import type { NamesAsker } from '../names-asker.ts';
import { answerNames } from '../names-question.ts';

/** Answers on the thread of the test, where there is no other. */
export const namesHere = (): NamesAsker => ({
  ask: async (files, question) => answerNames(files, question),
  close: () => undefined,
});
