import type { ActivatedJob, ActivatedUserTask } from '@irisflow/protocol';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree, Job } from '../state/instance-tree.ts';

/** The job as its worker gets it. `variables` is JSON text of an object. */
export const activatedJob = (tree: InstanceTree, job: Job, variables: string): ActivatedJob => {
  const process = tree.instances.get(job.processInstanceKey);
  const element = tree.elements.get(job.elementKey);
  if (process === undefined || element === undefined) {
    throw new RangeError(`Expected job ${job.key} to belong to an active element instance, but it does not`);
  }
  return {
    jobKey: job.key,
    type: job.type,
    kind: job.kind,
    listenerEventType: job.listenerEventType,
    processInstanceKey: job.processInstanceKey,
    rootProcessInstanceKey: tree.rootKey,
    processDefinitionId: process.definitionId,
    processDefinitionVersion: process.version,
    processDefinitionKey: process.definitionKey,
    elementId: job.elementId,
    elementInstanceKey: job.elementKey,
    customHeaders: job.headers,
    worker: job.worker,
    retries: job.retries,
    deadline: job.deadline,
    variables,
    userTaskKey: element.userTaskKey,
    userTask: job.kind === 'TASK_LISTENER' ? listenedTask(tree, element) : null,
    tags: process.tags,
    tenantId: job.tenantId,
  };
};

/** The task of a listener as it will be when the listeners agree. */
const listenedTask = (tree: InstanceTree, { userTaskKey }: ElementInstance): ActivatedUserTask | null => {
  const task = userTaskKey === null ? undefined : tree.userTasks.get(userTaskKey);
  if (task?.transition == null) return null;
  const { action, changes, variableUpdate } = task.transition;
  return {
    ...task.attributes,
    ...changes,
    userTaskKey: task.key,
    formKey: task.formKey,
    action,
    changedAttributes: [...Object.keys(changes), ...(variableUpdate === undefined ? [] : ['variables'])],
  };
};
