import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ActivatedJob, JobKey } from '@irisflow/protocol';
import { bytesOf, toJobMessage } from './job-message.ts';
import type { StreamActivatedJobsRequest } from './messages.ts';

/** Bytes that a stream may have unsent before other workers are served instead. */
const BACKLOG = 256 * 1024;

/** Room of one job in an outbox, from the moment that its weight is known. */
export interface OutboxPlace {
  /** Makes the outbox as full as if the job were written; again, when it turns out to be another one. */
  hold(job: ActivatedJob): void;
  /** Writes the job in the room that was held. */
  push(job: ActivatedJob): void;
  /** Gives the room back. */
  release(): void;
}

/** What a stream has written and not yet sent, all that a client can hold back by not reading, with what is about to be written. */
export interface JobOutbox {
  readonly isFull: boolean;
  /** How many more jobs fit, if they are like the last one. */
  readonly room: number;
  open(): OutboxPlace;
  /** Keys of the jobs that were not sent. */
  unsent(): readonly JobKey[];
}

/** Calls back when an outbox that was full has room again. */
export const createJobOutbox = (
  call: ServerWritableStream<StreamActivatedJobsRequest, object>,
  onRoom: () => void,
): JobOutbox => {
  const unsent = new Set<JobKey>();
  let bytes = 0;
  let lastSize = 1;
  const isFull = () => bytes > BACKLOG;
  const add = (more: number) => {
    const wasFull = isFull();
    bytes += more;
    if (wasFull && !isFull()) onRoom();
  };
  const write = (job: ActivatedJob, size: number) => {
    unsent.add(job.jobKey);
    call.write(toJobMessage(job), () => {
      unsent.delete(job.jobKey);
      add(-size);
    });
  };
  return {
    get isFull() {
      return isFull();
    },
    get room() {
      return isFull() ? 0 : Math.ceil((BACKLOG + 1 - bytes) / lastSize);
    },
    open: () => {
      let held = 0;
      const hold = (size: number) => {
        add(size - held);
        held = size;
        if (size > 0) lastSize = size;
      };
      return {
        hold: (job) => hold(bytesOf(job)),
        push: (job) => {
          const size = bytesOf(job);
          hold(size);
          held = 0;
          write(job, size);
        },
        release: () => hold(0),
      };
    },
    unsent: () => [...unsent],
  };
};
