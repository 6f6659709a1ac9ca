import type { LineAnswer, LineQuestion } from './worker-line.ts';

/** The other end of a line, for the thread itself: answers each question as it comes. */
export const answerLine = <Question, Answer>(answer: (question: Question) => Answer | Promise<Answer>): void => {
  addEventListener('message', ({ data: { id, question } }: MessageEvent<LineQuestion<Question>>) => {
    Promise.resolve(question)
      .then(answer)
      .then((given): LineAnswer<Answer> => ({ id, answer: given, failure: null }))
      .catch((thrown: unknown): LineAnswer<Answer> => ({ id, answer: null, failure: String(thrown) }))
      .then((sent) => postMessage(sent, { transfer: [] }))
      .catch((thrown: unknown) => {
        throw thrown;
      });
  });
};
