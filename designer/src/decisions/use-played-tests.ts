import { useEffect, useState } from 'react';
import { createWorkerLine, type WorkerLine } from '../app/worker-line.ts';
import { useSettled } from '../workspace/names/use-settled.ts';
import type { PlayedTest, TestsQuestion } from './played-tests.ts';

type Answer = readonly PlayedTest[];

/** What somebody types is played once they pause. */
const PLAY_AFTER_MS = 150;

const openLine = (): WorkerLine<TestsQuestion, Answer> =>
  createWorkerLine(() => new Worker(new URL('./tests.worker.ts', import.meta.url), { type: 'module' }));

export interface PlayedTable {
  readonly question: TestsQuestion;
  readonly played: Answer;
}

/**
 * Test tables played beside the screen, which may take seconds: each with the question that it answers, so that nobody takes an old
 * answer for one to what they see; null until all of them were played once. Keep the questions while they stay the same.
 */
export const usePlayedTests = (questions: readonly TestsQuestion[]): readonly PlayedTable[] | null => {
  const [line] = useState(openLine);
  const settled = useSettled(questions, PLAY_AFTER_MS);
  const [tables, setTables] = useState<readonly PlayedTable[] | null>(null);
  useEffect(() => () => line.close(), [line]);
  useEffect(() => {
    let isWanted = true;
    Promise.all(settled.map(async (question) => ({ question, played: await line.ask(question) })))
      .then((answers) => isWanted && setTables(answers))
      // A table that cannot be played says nothing; publication plays it again and decides.
      .catch(() => isWanted && setTables(settled.map((question) => ({ question, played: [] }))));
    return () => {
      isWanted = false;
    };
  }, [line, settled]);
  return tables;
};
