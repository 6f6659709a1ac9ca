import type { DrawPath } from '@irisflow/bpmn';
import { bpmnProcess } from '@irisflow/bpmn';
import { deployed } from './deployments.ts';
import type { World } from './world.ts';

/** A definition that was deployed. */
export interface Target {
  readonly id: string;
  readonly key: string;
}

/** Draws a process between `begin` and `over`, and deploys it under a name of its own. */
export const deployDrawn = async (world: World, draw: DrawPath): Promise<Target> => {
  const id = world.name('migrating');
  const path = bpmnProcess(id).start('begin');
  draw(path);
  const [definition] = deployed('process', await world.deploy(path.end('over').toXml()));
  return { id, key: String(definition?.['processDefinitionKey']) };
};

/** Lets an instance go on in another definition; each pair is the element that is and the one that it becomes. */
export const migrate = async (
  world: World,
  processInstanceKey: string,
  { key }: Pick<Target, 'key'>,
  pairs: readonly (readonly [source: string, target: string])[],
): Promise<void> => {
  const mappingInstructions = pairs.map(([sourceElementId, targetElementId]) => ({ sourceElementId, targetElementId }));
  const migrationPlan = { targetProcessDefinitionKey: key, mappingInstructions };
  await world.raw.call('MigrateProcessInstance', { processInstanceKey, migrationPlan });
};
