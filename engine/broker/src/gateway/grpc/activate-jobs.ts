import { type ServerWritableStream, status } from '@grpc/grpc-js';
import type { ActivatedJob } from '@irisflow/protocol';
import type { JobRequest, Waiter } from '../../scheduling/worker-line.ts';
import type { GatewayEngine } from '../engine.ts';
import { type Refusal, invalid, refuse } from './answer.ts';
import { inMessages, toJobMessage } from './job-message.ts';
import type { ActivateJobsRequest } from './messages.ts';
import type { OpenCalls } from './open-calls.ts';
import { deliverable, endWith, isRefusal, requestOf } from './worker-request.ts';
import { waitOf } from '../settle-within.ts';

/** How long a poll that named no time waits for jobs, in milliseconds. */
const DEFAULT_REQUEST_TIMEOUT = 10_000;

type PollCall = ServerWritableStream<ActivateJobsRequest, object>;

const pollOf = (request: ActivateJobsRequest, engine: GatewayEngine): JobRequest | Refusal =>
  request.maxJobsToActivate < 1
    ? invalid(`Expected to activate at least one job, but maxJobsToActivate is ${request.maxJobsToActivate}`)
    : requestOf(request, engine);

/** Sends the jobs, or gives them back when the client has gone. */
const send = (call: PollCall, jobs: readonly ActivatedJob[], engine: GatewayEngine) => {
  for (const batch of inMessages(deliverable(jobs, engine))) {
    if (call.cancelled) for (const { jobKey } of batch) engine.giveBack(jobKey);
    else call.write({ jobs: batch.map(toJobMessage) });
  }
  call.end();
};

interface Parking {
  readonly request: JobRequest;
  /** Milliseconds. */
  readonly wait: number;
  readonly openCalls: OpenCalls;
}

/** A poll that waits: it ends with the first batch that has a job for it, or empty at its time. */
const park = (call: PollCall, engine: GatewayEngine, options: Parking) => {
  const { maxJobsToActivate } = call.request;
  const jobs: ActivatedJob[] = [];
  let reserved = 0;
  let isOver = false;
  let isLate = false;
  const waiter: Waiter = {
    request: options.request,
    kind: 'poll',
    capacity: () => (isOver ? 0 : maxJobsToActivate - reserved - jobs.length),
    hasRoom: () => !call.cancelled,
    reserve: () => {
      reserved += 1;
      return {
        take: () => undefined,
        settle: (job) => {
          reserved -= 1;
          if (job !== null) jobs.push(job);
          if (reserved === 0 && (jobs.length > 0 || isLate)) finish();
        },
      };
    },
  };
  const finish = () => {
    close();
    send(call, jobs.splice(0), engine);
  };
  const close = () => {
    isOver = true;
    clearTimeout(timer);
    engine.leave(waiter);
    forget();
  };
  const timer = setTimeout(() => {
    isLate = true;
    // Jobs that are set aside in the running batch are on their way: they end the poll.
    if (reserved === 0) finish();
    else engine.leave(waiter);
  }, options.wait);
  const forget = options.openCalls.add(() => {
    close();
    endWith(call, refuse(status.UNAVAILABLE, 'Expected to wait for jobs, but the engine is stopping'));
  });
  call.once('cancelled', () => {
    if (isOver) return;
    close();
    for (const { jobKey } of jobs.splice(0)) engine.giveBack(jobKey);
  });
  engine.wait(waiter);
};

/** Long poll: what is ready now, else the first jobs that come within the request timeout. */
export const activateJobs =
  (engine: GatewayEngine, openCalls: OpenCalls) =>
  async (call: PollCall): Promise<void> => {
    const request = pollOf(call.request, engine);
    if (isRefusal(request)) return endWith(call, request);
    const { jobs, isOverloaded } = await engine.activate(request, call.request.maxJobsToActivate);
    if (jobs.length > 0) return send(call, jobs, engine);
    if (isOverloaded) {
      return endWith(
        call,
        refuse(status.RESOURCE_EXHAUSTED, 'Expected to activate jobs, but the engine is busy; slow down'),
      );
    }
    if (!engine.isLeader) {
      return endWith(call, refuse(status.UNAVAILABLE, 'Expected to activate jobs, but this engine is standing by'));
    }
    const asked = waitOf(call.request.requestTimeout);
    if (asked < 0 || call.cancelled) return void call.end();
    park(call, engine, { request, wait: asked === 0 ? DEFAULT_REQUEST_TIMEOUT : asked, openCalls });
  };
