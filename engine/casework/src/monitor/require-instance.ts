import { requireStaff, type Actor } from '../actor.ts';
import { askEngine } from '../engine/engine-failure.ts';
import type { EngineInstance } from '../engine/engine.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { findProcessOwner, type ProcessOwner } from '../storage/monitor.ts';
import type { Surroundings } from '../surroundings.ts';

export const unknownInstance = (key: string) =>
  new CaseworkError('NOT_FOUND', `Expected an instance ${key} to be seen, but there is none`);

export interface OwnInstance {
  readonly instance: EngineInstance;
  readonly owner: ProcessOwner;
  readonly administration: string;
}

/** An instance of a procedure of the actor's administration; others do not exist for them. */
export const requireOwnInstance = async (
  { engine, database }: Surroundings,
  actor: Actor,
  processInstanceKey: string,
): Promise<OwnInstance> => {
  const { administration } = requireStaff(actor, ['analyst', 'administrator', 'agent', 'supervisor']);
  const instance = await askEngine(engine.monitor.instance(processInstanceKey));
  const owner = await findProcessOwner(database, instance.processDefinitionKey);
  if (owner === undefined || owner.administration !== administration) throw unknownInstance(processInstanceKey);
  return { instance, owner, administration };
};
