import { Metadata, type ServerWritableStream, status } from '@grpc/grpc-js';
import type { ActivatedJob } from '@irisflow/protocol';
import type { JobRequest, Place, Waiter } from '../../scheduling/worker-line.ts';
import type { GatewayEngine } from '../engine.ts';
import { refuse } from './answer.ts';
import { createJobOutbox, type JobOutbox } from './job-outbox.ts';
import type { StreamActivatedJobsRequest } from './messages.ts';
import type { OpenCalls } from './open-calls.ts';
import { deliverable, endWith, isRefusal, requestOf } from './worker-request.ts';

/** Jobs that a stream may have under way at once, however little they weigh. */
const STREAM_WINDOW = 256;

type StreamCall = ServerWritableStream<StreamActivatedJobsRequest, object>;

interface Stream {
  readonly outbox: JobOutbox;
  /** Whether there is somebody to write to. */
  readonly isOpen: () => boolean;
  readonly deliver: (job: ActivatedJob) => readonly ActivatedJob[];
  readonly giveBack: (job: ActivatedJob) => void;
}

/** The worker behind a stream: jobs count by their bytes as soon as these are known, so that none is activated that has to wait here. */
const waiterOf = (request: JobRequest, { outbox, isOpen, deliver, giveBack }: Stream): Waiter => {
  let reserved = 0;
  /** Of those that are reserved, the ones that count by their bytes already. */
  let weighed = 0;
  const reserve = (): Place => {
    const room = outbox.open();
    let isWeighed = false;
    const weigh = (next: boolean) => {
      weighed += Number(next) - Number(isWeighed);
      isWeighed = next;
    };
    reserved += 1;
    return {
      take: (job) => {
        weigh(true);
        room.hold(job);
      },
      settle: (job) => {
        weigh(false);
        reserved -= 1;
        const [fitting] = job === null || !isOpen() ? [] : deliver(job);
        if (fitting !== undefined) return room.push(fitting);
        if (job !== null && !isOpen()) giveBack(job);
        room.release();
      },
    };
  };
  return {
    request,
    kind: 'stream',
    capacity: () => (isOpen() ? Math.min(STREAM_WINDOW - reserved, outbox.room - (reserved - weighed)) : 0),
    hasRoom: () => isOpen() && !outbox.isFull,
    reserve,
  };
};

/** Push: every job that becomes activatable, as long as the client keeps up; what it cannot take goes to others. */
export const streamActivatedJobs =
  (engine: GatewayEngine, openCalls: OpenCalls) =>
  (call: StreamCall): void => {
    const request = requestOf(call.request, engine);
    if (isRefusal(request)) return endWith(call, request);
    let isOver = false;
    const outbox = createJobOutbox(call, () => {
      if (!isOver) engine.wait(waiter);
    });
    const waiter = waiterOf(request, {
      outbox,
      isOpen: () => !isOver && !call.cancelled,
      deliver: (job) => deliverable([job], engine),
      giveBack: ({ jobKey }) => engine.giveBack(jobKey),
    });
    const close = () => {
      isOver = true;
      engine.leave(waiter);
      forget();
    };
    const forget = openCalls.add(() => {
      close();
      endWith(call, refuse(status.UNAVAILABLE, 'Expected to stream jobs, but the engine is stopping'));
    });
    call.once('cancelled', () => {
      close();
      for (const jobKey of outbox.unsent()) engine.giveBack(jobKey);
    });
    if (!engine.isLeader) {
      close();
      return endWith(call, refuse(status.UNAVAILABLE, 'Expected to stream jobs, but this engine is standing by'));
    }
    // Headers tell the client that it is registered before the first job comes.
    call.sendMetadata(new Metadata());
    engine.wait(waiter);
  };
