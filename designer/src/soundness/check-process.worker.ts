import { checkProcess } from './check-process.ts';

/** Answers each XML text with its report; the checker asks one question at a time. */
addEventListener('message', ({ data }: MessageEvent<string>) => {
  postMessage(checkProcess(data), { transfer: [] });
});
