import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ActivatedJob, JobKey } from '@irisflow/protocol';
import { bytesOf, toJobMessage } from './job-message.ts';
import type { StreamActivatedJobsRequest } from './messages.ts';

/** Bytes that a stream may have unsent before other workers are served instead. */
const BACKLOG = 256 * 1024;

/** What a stream has written and not yet sent: all that a client can hold back by not reading. */
export interface JobOutbox {
  readonly isFull: boolean;
  push(job: ActivatedJob): void;
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
  const isFull = () => bytes > BACKLOG;
  return {
    get isFull() {
      return isFull();
    },
    push: (job) => {
      const size = bytesOf(job);
      unsent.add(job.jobKey);
      bytes += size;
      call.write(toJobMessage(job), () => {
        const wasFull = isFull();
        unsent.delete(job.jobKey);
        bytes -= size;
        if (wasFull && !isFull()) onRoom();
      });
    },
    unsent: () => [...unsent],
  };
};
