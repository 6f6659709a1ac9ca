import { apartInstancesOf, requireStaff, type Actor } from '@irisflow/access';
import { askEngine, type Engine, type EngineInstance } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { findDefinitionOwners, type DefinitionRow, type InstanceCase, ownerOf } from '@irisflow/procedures';
import { findInstanceCases } from '@irisflow/casework';
import type { Surroundings } from './surroundings.ts';

export const unknownInstance = (key: string) =>
  new CaseworkError('NOT_FOUND', `Expected an instance ${key} to be seen, but there is none`);

export interface OwnInstance {
  readonly instance: EngineInstance;
  /** The definition that it runs, of the version that it runs. */
  readonly owner: DefinitionRow;
  /** The case that it is the process of; called processes have none of their own. */
  readonly ownCase: InstanceCase | undefined;
  readonly administration: string;
}

/** Whether an instance is the process of a case with which who asks has a conflict of interest, or is called by it. */
export const isOfApart = async (
  engine: Engine,
  apart: ReadonlySet<string>,
  instance: EngineInstance,
): Promise<boolean> => {
  if (apart.size === 0) return false;
  let each = instance;
  while (!apart.has(each.processInstanceKey)) {
    if (each.parentProcessInstanceKey === null) return false;
    each = await askEngine(engine.monitor.instance(each.parentProcessInstanceKey));
  }
  return true;
};

/** An instance of a procedure of the actor's administration; others do not exist for them. */
export const requireOwnInstance = async (
  { engine, database }: Surroundings,
  actor: Actor,
  processInstanceKey: string,
): Promise<OwnInstance> => {
  const { administration, person } = requireStaff(actor, ['analyst', 'administrator', 'agent', 'supervisor']);
  const instance = await askEngine(engine.monitor.instance(processInstanceKey));
  if (await isOfApart(engine, await apartInstancesOf(database, actor), instance))
    throw unknownInstance(processInstanceKey);
  const owners = await findDefinitionOwners(database, [instance.processDefinitionKey]);
  const [ownCase] = await findInstanceCases(database, [processInstanceKey]);
  // Of which case a called process is, only the engine knows.
  if (person.reach !== undefined && ownCase === undefined) throw unknownInstance(processInstanceKey);
  const owner = ownerOf(owners, ownCase);
  if (owner === undefined || owner.administration !== administration) throw unknownInstance(processInstanceKey);
  return { instance, owner, ownCase, administration };
};
