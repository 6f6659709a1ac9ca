import type { JobEvent } from '../event/tree-event.ts';
import type { InstanceTree, Job } from '../state/instance-tree.ts';

/** Changes the job, and which job its element instance waits for. */
export function applyJobEvent(tree: InstanceTree, event: JobEvent): void {
  if (event.kind === 'jobCreated') {
    const job = { ...event.job };
    tree.jobs.set(job.key, job);
    const element = tree.elements.get(job.elementKey);
    if (element !== undefined) element.jobKey = job.key;
    return;
  }
  const job = tree.jobs.get(event.key);
  if (job !== undefined) changeJob(tree, job, event);
}

function changeJob(tree: InstanceTree, job: Job, event: Exclude<JobEvent, { kind: 'jobCreated' }>): void {
  switch (event.kind) {
    case 'jobActivated':
      job.phase = 'activated';
      job.worker = event.worker;
      job.deadline = event.deadline;
      return;
    case 'jobFailed':
      job.retries = event.retries;
      job.errorMessage = event.errorMessage;
      release(job, phaseAfterFailure(event));
      job.retryAt = event.retryAt;
      return;
    case 'jobTimedOut':
    case 'jobYielded':
    case 'jobRecovered':
      release(job, 'activatable');
      return;
    case 'jobRetriesUpdated':
      job.retries = event.retries;
      return;
    case 'jobTimeoutUpdated':
      job.deadline = event.deadline;
      return;
    case 'jobErrorThrown':
      job.errorMessage = event.errorMessage;
      if (event.caught) removeJob(tree, job);
      else release(job, 'errorThrown');
      return;
    case 'jobParked':
      release(job, 'parked');
      return;
    case 'jobCompleted':
    case 'jobCanceled':
      removeJob(tree, job);
  }
}

function phaseAfterFailure(event: Extract<JobEvent, { kind: 'jobFailed' }>): Job['phase'] {
  if (event.retries <= 0) return 'failed';
  return event.retryAt > 0 ? 'backingOff' : 'activatable';
}

function release(job: Job, phase: Job['phase']): void {
  job.phase = phase;
  job.worker = '';
  job.deadline = 0;
  job.retryAt = 0;
}

function removeJob(tree: InstanceTree, job: Job): void {
  tree.jobs.delete(job.key);
  const element = tree.elements.get(job.elementKey);
  if (element?.jobKey === job.key) element.jobKey = null;
}
