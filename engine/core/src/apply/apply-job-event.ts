import type { EventOf } from '../event/tree-event.ts';
import type { JobEvent } from '../event/job-event.ts';
import type { InstanceTree, Job } from '../state/instance-tree.ts';

/** Changes the job, and which job its element instance waits for. */
export const applyJobEvent = (tree: InstanceTree, event: JobEvent): void => {
  if (event.kind === 'jobCreated') {
    const job = { ...event.job };
    tree.jobs.set(job.key, job);
    const element = tree.elements.get(job.elementKey);
    if (element !== undefined) element.jobKey = job.key;
    return;
  }
  const job = tree.jobs.get(event.key);
  if (job !== undefined) (changes[event.kind] as Change<typeof event.kind>)(tree, job, event);
};

type ChangeKind = Exclude<JobEvent['kind'], 'jobCreated'>;
type Change<Kind extends ChangeKind> = (tree: InstanceTree, job: Job, event: EventOf<JobEvent, Kind>) => void;

const becomeActivatable = (_tree: InstanceTree, job: Job): void => release(job, 'activatable');

const removeJob = (tree: InstanceTree, job: Job): void => {
  tree.jobs.delete(job.key);
  const element = tree.elements.get(job.elementKey);
  if (element?.jobKey === job.key) element.jobKey = null;
};

/** What each event does to an open job. */
const changes: { readonly [Kind in ChangeKind]: Change<JobEvent['kind'] & Kind> } = {
  jobActivated: (_tree, job, { worker, deadline }) => {
    job.phase = 'activated';
    job.worker = worker;
    job.deadline = deadline;
  },
  jobFailed: (_tree, job, event) => {
    job.retries = event.retries;
    job.errorMessage = event.errorMessage;
    release(job, phaseAfterFailure(event));
    job.retryAt = event.retryAt;
  },
  jobTimedOut: becomeActivatable,
  jobYielded: becomeActivatable,
  jobRecovered: becomeActivatable,
  jobRetriesUpdated: (_tree, job, { retries }) => {
    job.retries = retries;
  },
  jobTimeoutUpdated: (_tree, job, { deadline }) => {
    job.deadline = deadline;
  },
  jobErrorThrown: (tree, job, { errorMessage, caught }) => {
    job.errorMessage = errorMessage;
    if (caught) removeJob(tree, job);
    else release(job, 'errorThrown');
  },
  jobParked: (_tree, job) => release(job, 'parked'),
  jobCompleted: removeJob,
  jobCanceled: removeJob,
};

const phaseAfterFailure = (event: Extract<JobEvent, { kind: 'jobFailed' }>): Job['phase'] => {
  if (event.retries <= 0) return 'failed';
  return event.retryAt > 0 ? 'backingOff' : 'activatable';
};

const release = (job: Job, phase: Job['phase']): void => {
  job.phase = phase;
  job.worker = '';
  job.deadline = 0;
  job.retryAt = 0;
};
