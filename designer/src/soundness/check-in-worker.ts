import type { PathReport } from './check-process.ts';
import type { ProcessQuestion } from './process-question.ts';

/** A check that may be given up, because its file has changed meanwhile. */
export interface RunningCheck {
  readonly report: Promise<PathReport | null>;
  readonly cancel: () => void;
}

/** Explores a file beside the screen, so that drawing stays fluid however large the model is. */
export const checkInWorker = (question: ProcessQuestion): RunningCheck => {
  const worker = new Worker(new URL('./check-process.worker.ts', import.meta.url), { type: 'module' });
  const report = new Promise<PathReport | null>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PathReport | null>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(question, []);
  });
  const settled = report.finally(() => worker.terminate());
  return { report: settled, cancel: () => worker.terminate() };
};
