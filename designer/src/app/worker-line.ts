/** A question on its way to a thread, and the answer on its way back, which bears the same number. */
export interface LineQuestion<Question> {
  readonly id: number;
  readonly question: Question;
}

export interface LineAnswer<Answer> {
  readonly id: number;
  readonly answer: Answer | null;
  /** Why there is no answer. */
  readonly failure: string | null;
}

/** Questions to a thread of its own, so that the screen stays fluid. Only questions and answers that can be copied. */
export interface WorkerLine<Question, Answer> {
  ask(question: Question): Promise<Answer>;
  /** Ends the thread; the next question begins another. */
  close(): void;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: Error) => void;
}

/** A line to a thread that is there from the first question until the line is closed. */
export const createWorkerLine = <Question, Answer>(open: () => Worker): WorkerLine<Question, Answer> => {
  const waiting = new Map<number, Waiting<Answer>>();
  let last = 0;
  let worker: Worker | null = null;
  const opened = (): Worker => {
    const thread = open();
    thread.addEventListener('message', ({ data: { id, answer, failure } }: MessageEvent<LineAnswer<Answer>>) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (failure === null) asked?.resolve(answer as Answer);
      else asked?.reject(new Error(failure));
    });
    thread.addEventListener('error', ({ message }) => {
      for (const { reject } of waiting.values()) reject(new Error(message));
      waiting.clear();
    });
    return thread;
  };
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker ??= opened();
        const sent: LineQuestion<Question> = { id: last, question };
        worker.postMessage(sent, []);
      }),
    close: () => {
      worker?.terminate();
      worker = null;
      waiting.clear();
    },
  };
};
