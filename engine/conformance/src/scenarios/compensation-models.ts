import type { ProcessPath } from '@irisflow/bpmn';
import type { World } from '../kit/world.ts';

/** A task that a worker undoes: its job has the type `<prefix>_<id>`, that of its handler `<prefix>_undo_<id>`. */
export const undoable = (path: ProcessPath, id: string, prefix: string): ProcessPath =>
  path
    .serviceTask(id, { type: `${prefix}_${id}` })
    .compensation(`on_${id}`, (aside) => aside.serviceTask(`undo_${id}`, { type: `${prefix}_undo_${id}` }));

/** Throws compensation of one activity, or of all. */
export const undo = (path: ProcessPath, activity: string | null = null): ProcessPath =>
  path.throwEvent('undo', { event: { compensation: activity } });

/** Completes the only job of that type. */
export const complete = async (world: World, type: string, variables: object = {}): Promise<void> =>
  world.complete(await world.job(type), variables);

/** How many jobs of that type there were in an instance. */
export const jobCount = async (world: World, instanceKey: string, type: string): Promise<number> =>
  (await world.jobs(instanceKey)).filter((job) => job['type'] === type).length;
