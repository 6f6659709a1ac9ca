import type { ActivatedJob } from '@irisflow/protocol';

/** gRPC clients refuse messages beyond 4 MiB; some room is left for what is not counted. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024 - 64 * 1024;

/** On the wire what is null is absent. */
const presentOf = (properties: object): object =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));

/** A job as the wire knows it. */
export const toJobMessage = (job: ActivatedJob) => ({
  key: job.jobKey,
  type: job.type,
  processInstanceKey: job.processInstanceKey,
  bpmnProcessId: job.processDefinitionId,
  processDefinitionVersion: job.processDefinitionVersion,
  processDefinitionKey: job.processDefinitionKey,
  elementId: job.elementId,
  elementInstanceKey: job.elementInstanceKey,
  customHeaders: job.customHeaders,
  worker: job.worker,
  retries: job.retries,
  deadline: job.deadline,
  variables: job.variables,
  tenantId: job.tenantId,
  userTask: job.userTask === null ? null : presentOf(job.userTask),
  kind: job.kind,
  listenerEventType: job.listenerEventType,
  tags: job.tags,
});

/** Bytes of the parts of a job that can be large. */
export const bytesOf = ({ variables, customHeaders }: ActivatedJob): number =>
  Buffer.byteLength(variables) + Buffer.byteLength(customHeaders) + 512;

/** Messages that each stay below the limit; no job is larger than that. */
export const inMessages = (jobs: readonly ActivatedJob[]): ActivatedJob[][] => {
  const messages: ActivatedJob[][] = [];
  let room = 0;
  for (const job of jobs) {
    const bytes = bytesOf(job);
    const last = messages.at(-1);
    if (last === undefined || bytes > room) {
      messages.push([job]);
      room = MAX_MESSAGE_BYTES - bytes;
    } else {
      last.push(job);
      room -= bytes;
    }
  }
  return messages;
};
