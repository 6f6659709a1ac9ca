import { bpmnProcess, type MultiInstanceOptions } from '@irisflow/bpmn';
import { type OneTask, startOneTask } from './one-task.ts';
import type { World } from './world.ts';

/** One instance for each of `items`. */
export const each: MultiInstanceOptions = { inputCollection: '= items', inputElement: 'item' };

/** One instance for each of `items`, whose `result` goes to `results`. */
export const collecting: MultiInstanceOptions = { ...each, outputCollection: 'results', outputElement: '= result' };

/** Starts one task that is repeated for these items. */
export const startLoop = (world: World, multiInstance: MultiInstanceOptions, items: unknown): Promise<OneTask> =>
  startOneTask(world, { task: { multiInstance }, variables: { items } });

/** Runs a step that nobody works on, repeated; gives the variables of the root scope at the end. */
export const runLoop = async (
  world: World,
  multiInstance: MultiInstanceOptions,
  variables: object,
): Promise<Readonly<Record<string, unknown>>> => {
  const id = world.name('loop');
  await world.deploy(bpmnProcess(id).start().task('step', { multiInstance }).end().toXml());
  return world.run(id, variables);
};
