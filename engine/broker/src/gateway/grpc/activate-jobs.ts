import { Metadata, type ServerWritableStream, status } from '@grpc/grpc-js';
import type { ActivatedJob } from '@irisflow/protocol';
import type { JobRequest, Waiter } from '../../scheduling/worker-line.ts';
import { problemOfNames } from '../check-names.ts';
import type { Engine } from '../engine.ts';
import { chooseTenants } from '../resolve-tenant.ts';
import { invalid, type Refusal, refuse } from './answer.ts';
import { createJobOutbox } from './job-outbox.ts';
import { bytesOf, inMessages, MAX_MESSAGE_BYTES, toJobMessage } from './job-message.ts';
import type { ActivateJobsRequest, StreamActivatedJobsRequest } from './messages.ts';
import { spanOf, waitOf } from './milliseconds.ts';
import type { OpenCalls } from './open-calls.ts';
import { refuseTenant } from './tenant.ts';

/** How long a poll that named no time waits for jobs, in milliseconds. */
const DEFAULT_REQUEST_TIMEOUT = 10_000;
/** Jobs that a stream may have on their way before it is asked again whether it keeps up. */
const STREAM_WINDOW = 256;

type PollCall = ServerWritableStream<ActivateJobsRequest, object>;
type StreamCall = ServerWritableStream<StreamActivatedJobsRequest, object>;

/** What a worker asks for, or why it cannot have it. */
const requestOf = (
  { type, worker, timeout, fetchVariable, tenantIds: named, tenantFilter: filter }: StreamActivatedJobsRequest,
  { tenantIds, jobTypes }: Engine,
): JobRequest | Refusal => {
  if (Number(timeout) < 1)
    return invalid(`Expected to activate jobs with a timeout greater than 0, but found ${timeout}`);
  if (type.trim() === '') return invalid('Expected to activate jobs of a type, but the type is blank');
  if (jobTypes !== null && !jobTypes.has(type))
    return refuse(
      status.PERMISSION_DENIED,
      'Expected to activate jobs of a type that the caller serves, but found another',
    );
  const problem = problemOfNames({ type, worker });
  if (problem !== null) return invalid(problem);
  const tenants = chooseTenants(tenantIds, { named, filter });
  if (!tenants.ok) return refuseTenant(tenants);
  return { type, worker, timeout: spanOf(timeout), fetchVariables: fetchVariable, tenantIds: tenants.tenantIds };
};

const pollOf = (request: ActivateJobsRequest, engine: Engine): JobRequest | Refusal =>
  request.maxJobsToActivate < 1
    ? invalid(`Expected to activate at least one job, but maxJobsToActivate is ${request.maxJobsToActivate}`)
    : requestOf(request, engine);

const isRefusal = (asked: JobRequest | Refusal): asked is Refusal => 'ok' in asked;

const end = (call: PollCall | StreamCall, { code, details }: Refusal) => {
  call.emit('error', { code, details });
};

/** Jobs that fit into a message; a job that never will gets an incident. */
const deliverable = (jobs: readonly ActivatedJob[], engine: Engine): ActivatedJob[] =>
  jobs.filter((job) => {
    const bytes = bytesOf(job);
    if (bytes <= MAX_MESSAGE_BYTES) return true;
    engine.park(
      job.jobKey,
      `Expected a job of at most ${MAX_MESSAGE_BYTES} bytes, but with its variables it has ${bytes}; fetch fewer variables`,
    );
    return false;
  });

/** Sends the jobs, or gives them back when the client has gone. */
const send = (call: PollCall, jobs: readonly ActivatedJob[], engine: Engine) => {
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
const park = (call: PollCall, engine: Engine, options: Parking) => {
  const { maxJobsToActivate } = call.request;
  const jobs: ActivatedJob[] = [];
  let reserved = 0;
  let isOver = false;
  const waiter: Waiter = {
    request: options.request,
    kind: 'poll',
    capacity: () => (isOver ? 0 : maxJobsToActivate - reserved - jobs.length),
    reserve: () => void (reserved += 1),
    settle: (job) => {
      reserved -= 1;
      if (job !== null) jobs.push(job);
      if (reserved === 0 && jobs.length > 0) finish();
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
  // Jobs that are set aside in the running batch are on their way: they end the poll.
  const timer = setTimeout(() => (reserved === 0 ? finish() : engine.leave(waiter)), options.wait);
  const forget = options.openCalls.add(() => {
    close();
    end(call, refuse(status.UNAVAILABLE, 'Expected to wait for jobs, but the engine is stopping'));
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
  (engine: Engine, openCalls: OpenCalls) =>
  async (call: PollCall): Promise<void> => {
    const request = pollOf(call.request, engine);
    if (isRefusal(request)) return end(call, request);
    const { jobs, isOverloaded } = await engine.activate(request, call.request.maxJobsToActivate);
    if (jobs.length > 0) return send(call, jobs, engine);
    if (isOverloaded) {
      return end(
        call,
        refuse(status.RESOURCE_EXHAUSTED, 'Expected to activate jobs, but the engine is busy; slow down'),
      );
    }
    if (!engine.isLeader) {
      return end(call, refuse(status.UNAVAILABLE, 'Expected to activate jobs, but this engine is standing by'));
    }
    const asked = waitOf(call.request.requestTimeout);
    if (asked < 0 || call.cancelled) return void call.end();
    park(call, engine, { request, wait: asked === 0 ? DEFAULT_REQUEST_TIMEOUT : asked, openCalls });
  };

/** Push: every job that becomes activatable, as long as the client keeps up; what it cannot take goes to others. */
export const streamActivatedJobs =
  (engine: Engine, openCalls: OpenCalls) =>
  (call: StreamCall): void => {
    const request = requestOf(call.request, engine);
    if (isRefusal(request)) return end(call, request);
    let reserved = 0;
    let isOver = false;
    const outbox = createJobOutbox(call, () => {
      if (!isOver) engine.wait(waiter);
    });
    const keepsUp = () => !isOver && !call.cancelled && !outbox.isFull;
    const waiter: Waiter = {
      request,
      kind: 'stream',
      capacity: () => (keepsUp() ? STREAM_WINDOW - reserved : 0),
      reserve: () => void (reserved += 1),
      settle: (job) => {
        reserved -= 1;
        if (job === null) return;
        if (keepsUp()) for (const fitting of deliverable([job], engine)) outbox.push(fitting);
        else engine.giveBack(job.jobKey);
      },
    };
    const close = () => {
      isOver = true;
      engine.leave(waiter);
      forget();
    };
    const forget = openCalls.add(() => {
      close();
      end(call, refuse(status.UNAVAILABLE, 'Expected to stream jobs, but the engine is stopping'));
    });
    call.once('cancelled', () => {
      close();
      for (const jobKey of outbox.unsent()) engine.giveBack(jobKey);
    });
    if (!engine.isLeader) {
      close();
      return end(call, refuse(status.UNAVAILABLE, 'Expected to stream jobs, but this engine is standing by'));
    }
    // Headers tell the client that it is registered before the first job comes.
    call.sendMetadata(new Metadata());
    engine.wait(waiter);
  };
