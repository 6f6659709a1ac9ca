// @ts-check
// Plain JavaScript, because a worker thread starts from a file and Node 20 runs no TypeScript: the same file serves
// the sources (tests) and the build.
import { parentPort, workerData } from 'node:worker_threads';
import { partingOf, replayCase } from '@irisflow/scenarios';

/** @type {Readonly<Record<string, import('@irisflow/scenarios').ReplayStage>>} */
const stages = workerData;

/** @param {import('./replayer.ts').ReplayOrder} order */
const replay = async ({ control, draft, recorded, draftGiven }) => {
  const [own, other] = [stages[control], stages[draft]];
  if (own === undefined || other === undefined) throw new Error('Expected both stages to be known, but one is not');
  const before = await replayCase(own, recorded);
  const after = await replayCase(other, { ...recorded, given: draftGiven });
  return { before, after: { end: after.end, outcome: after.outcome }, parting: partingOf(before, after) };
};

parentPort?.on('message', (/** @type {import('./replayer.ts').ReplayOrder} */ order) => {
  void replay(order).then((replays) => parentPort?.postMessage(replays));
});
/** Nothing happened to it: played so that the files of each stage are read before the first case, whose time that is not. */
const nobody = { given: {}, begunAt: 0, isOver: true, endedAt: 0, tasks: [], questions: [], messages: [] };
for (const stage of Object.values(stages)) await replayCase(stage, nobody);
parentPort?.postMessage('ready');
