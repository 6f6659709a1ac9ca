import { status } from '@grpc/grpc-js';
import type { ActivatedJob } from '@irisflow/protocol';
import type { JobRequest } from '../../scheduling/worker-line.ts';
import { problemOfNames } from '../check-names.ts';
import type { GatewayEngine } from '../engine.ts';
import { chooseTenants } from '../resolve-tenant.ts';
import { type Refusal, invalid, refuse } from './answer.ts';
import { MAX_MESSAGE_BYTES, bytesOf } from './job-message.ts';
import type { StreamActivatedJobsRequest } from './messages.ts';
import { refuseTenant } from './tenant.ts';
import { spanOf } from '../settle-within.ts';

/** What a worker asks for, or why it cannot have it. */
export const requestOf = (
  { type, worker, timeout, fetchVariable, tenantIds: named, tenantFilter: filter }: StreamActivatedJobsRequest,
  { tenantIds, jobTypes }: GatewayEngine,
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

export const isRefusal = (asked: JobRequest | Refusal): asked is Refusal => 'ok' in asked;

export const endWith = (call: { emit(event: 'error', refusal: object): unknown }, { code, details }: Refusal): void => {
  call.emit('error', { code, details });
};

/** Jobs that fit into a message; a job that never will gets an incident. */
export const deliverable = (jobs: readonly ActivatedJob[], engine: GatewayEngine): ActivatedJob[] =>
  jobs.filter((job) => {
    const bytes = bytesOf(job);
    if (bytes <= MAX_MESSAGE_BYTES) return true;
    engine.park(
      job.jobKey,
      `Expected a job of at most ${MAX_MESSAGE_BYTES} bytes, but with its variables it has ${bytes}; fetch fewer variables`,
    );
    return false;
  });
