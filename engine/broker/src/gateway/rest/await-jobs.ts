import type { ActivatedJob } from '@irisflow/protocol';
import type { JobRequest, Waiter } from '../../scheduling/worker-line.ts';
import { RestProblem } from './problem.ts';
import type { Call, RestContext } from './route.ts';

export interface JobPoll {
  readonly request: JobRequest;
  readonly maxJobs: number;
  /** Milliseconds to wait for the first jobs; 0 does not wait. */
  readonly wait: number;
}

/** Waits in line until the first batch that has jobs, the time is over, or the worker has gone. */
const waitInLine = (call: Call, { engine, stopping }: RestContext, poll: JobPoll): Promise<ActivatedJob[]> =>
  new Promise((resolve) => {
    const jobs: ActivatedJob[] = [];
    let reserved = 0;
    let isOver = false;
    const leave = () => {
      isOver = true;
      engine.leave(waiter);
      // Jobs that are set aside in the running batch are on their way: they end the poll.
      if (reserved === 0) finish();
    };
    const finish = () => {
      isOver = true;
      clearTimeout(timer);
      stopping.removeEventListener('abort', leave);
      engine.leave(waiter);
      resolve(jobs);
    };
    const waiter: Waiter = {
      request: poll.request,
      kind: 'poll',
      capacity: () => (isOver ? 0 : poll.maxJobs - reserved - jobs.length),
      hasRoom: () => true,
      reserve: () => {
        reserved += 1;
        return {
          take: () => undefined,
          settle: (job) => {
            reserved -= 1;
            if (job !== null) jobs.push(job);
            if (reserved === 0 && (jobs.length > 0 || isOver)) finish();
          },
        };
      },
    };
    const timer = setTimeout(leave, poll.wait);
    stopping.addEventListener('abort', leave, { once: true });
    call.onClosed(leave);
    engine.wait(waiter);
  });

/** Long poll: the jobs that are ready now, else the first that come in time. Jobs for a worker that has gone go back. */
export const awaitJobs = async (call: Call, context: RestContext, poll: JobPoll): Promise<ActivatedJob[]> => {
  const { engine, stopping } = context;
  let isGone = false;
  call.onClosed(() => void (isGone = true));
  if (!engine.isLeader) {
    throw new RestProblem(503, 'UNAVAILABLE', 'Expected to activate jobs, but this engine is standing by');
  }
  const { jobs: ready, isOverloaded } = await engine.activate(poll.request, poll.maxJobs);
  if (isOverloaded) {
    throw new RestProblem(503, 'RESOURCE_EXHAUSTED', 'Expected to activate jobs, but the engine is busy; slow down');
  }
  const isWaiting = ready.length === 0 && poll.wait > 0 && !isGone && !stopping.aborted;
  const jobs = isWaiting ? await waitInLine(call, context, poll) : ready;
  if (!isGone) return jobs;
  for (const { jobKey } of jobs) engine.giveBack(jobKey);
  return [];
};
