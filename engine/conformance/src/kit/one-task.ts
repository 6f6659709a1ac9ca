import { bpmnProcess, type JobTaskOptions } from '@irisflow/bpmn';
import type { World } from './world.ts';

/** A process of one service task, `work`. */
export const oneTask = (processId: string, options: JobTaskOptions): string =>
  bpmnProcess(processId).start().serviceTask('work', options).end().toXml();

interface StartOptions {
  readonly task?: Partial<JobTaskOptions>;
  readonly variables?: object;
}

export interface OneTask {
  readonly processId: string;
  /** Type of the job of the task; what the model says unless it is an expression. */
  readonly type: string;
  /** Key of the instance that was started. */
  readonly key: string;
}

/** Deploys a process of one task under names of its own and starts it. */
export const startOneTask = async (
  world: World,
  { task = {}, variables = {} }: StartOptions = {},
): Promise<OneTask> => {
  const processId = world.name('one_task');
  const type = task.type ?? world.name('work');
  await world.deploy(oneTask(processId, { ...task, type }));
  return { processId, type, key: await world.create(processId, variables) };
};
