import { checkProcess } from './check-process.ts';
import type { ProcessQuestion } from './process-question.ts';

/** Answers each question with its report; the checker asks one at a time. */
addEventListener('message', ({ data: { xml, siblings } }: MessageEvent<ProcessQuestion>) => {
  postMessage(checkProcess(xml, siblings), { transfer: [] });
});
