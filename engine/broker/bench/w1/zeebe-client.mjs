import { createRequire } from 'node:module';
import { JOB_TYPES, variables as variablesOf, w1 } from './process.mjs';

const { ZBClient } = createRequire(import.meta.url)('zeebe-node');

/** The same with the client that people use: long-polling workers. */
export const runZeebeNode = async (address, { total, inFlight, payload }) => {
  const client = new ZBClient(address, { loglevel: 'NONE', useTLS: false, longPoll: 30_000, pollInterval: 10 });
  await client.deployResource({ name: 'w1.bpmn', process: Buffer.from(w1()) });
  const variables = JSON.parse(variablesOf(payload));
  const hops = [];
  const lives = [];
  const startedAt = new Map();
  const hopFrom = new Map();
  let started = 0;
  let finished = 0;
  let finish;
  const allFinished = new Promise((resolve, reject) => {
    finish = { resolve, reject };
  });

  const startOne = async () => {
    if (started >= total) return;
    started += 1;
    const at = performance.now();
    const { processInstanceKey } = await client.createProcessInstance({ bpmnProcessId: 'w1', variables });
    startedAt.set(processInstanceKey, at);
    if (!hopFrom.has(processInstanceKey)) hopFrom.set(processInstanceKey, at);
  };

  const handle = (isLast) => async (job) => {
    const key = job.processInstanceKey;
    const from = hopFrom.get(key);
    const now = performance.now();
    if (from !== undefined) hops.push(now - from);
    hopFrom.set(key, now);
    const receipt = await job.complete({ approved: true });
    if (isLast) {
      finished += 1;
      lives.push(performance.now() - (startedAt.get(key) ?? now));
      startedAt.delete(key);
      hopFrom.delete(key);
      if (finished === total) finish.resolve();
      else void startOne().catch(finish.reject);
    }
    return receipt;
  };

  const workers = JOB_TYPES.map((taskType, index) =>
    client.createWorker({
      taskType,
      taskHandler: handle(index === JOB_TYPES.length - 1),
      maxJobsToActivate: 128,
      timeout: 60_000,
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 500));
  const begun = performance.now();
  for (let place = 0; place < inFlight; place += 1) void startOne().catch(finish.reject);
  await allFinished;
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(workers.map((worker) => worker.close()));
  await client.close();
  const { user, system } = process.cpuUsage();
  return { seconds, hops, lives, cpu: (user + system) / 1000 };
};
