import type { InstanceTree, Job } from '../state/instance-tree.ts';
import { unless, type Packed } from './packed.ts';

/** A job without what is as usual. */
export type PackedJob = Packed<Job, 'key' | 'elementKey' | 'elementId' | 'type'>;

type Owner = Pick<InstanceTree, 'rootKey' | 'tenantId'>;

export const packJob = (job: Job, { rootKey, tenantId }: Owner): PackedJob => ({
  key: job.key,
  elementKey: job.elementKey,
  elementId: job.elementId,
  type: job.type,
  processInstanceKey: unless(job.processInstanceKey, rootKey),
  tenantId: unless(job.tenantId, tenantId),
  kind: unless(job.kind, 'BPMN_ELEMENT'),
  listenerEventType: unless(job.listenerEventType, 'UNSPECIFIED'),
  headers: unless(job.headers, '{}'),
  phase: unless(job.phase, 'activatable'),
  retries: unless(job.retries, 3),
  worker: unless(job.worker, ''),
  deadline: unless(job.deadline, 0),
  retryAt: unless(job.retryAt, 0),
  errorMessage: job.errorMessage ?? undefined,
});

export const unpackJob = (packed: PackedJob, owner: Owner): Job => {
  const { kind = 'BPMN_ELEMENT', listenerEventType = 'UNSPECIFIED', headers = '{}' } = packed;
  const { phase = 'activatable', retries = 3, worker = '', deadline = 0, retryAt = 0, errorMessage = null } = packed;
  return {
    key: packed.key,
    elementKey: packed.elementKey,
    elementId: packed.elementId,
    type: packed.type,
    processInstanceKey: packed.processInstanceKey ?? owner.rootKey,
    tenantId: packed.tenantId ?? owner.tenantId,
    kind,
    listenerEventType,
    headers,
    phase,
    retries,
    worker,
    deadline,
    retryAt,
    errorMessage,
  };
};
