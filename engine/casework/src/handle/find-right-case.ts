import { caseHandleVariable, type SealedCase } from '@irisflow/access';
import { type EngineInstance, isEngineFailure } from '@irisflow/engine-client';
import { findDefinitionOwners, ownerOf } from '@irisflow/procedures';
import { findCase, type InstanceOwner } from '../storage/cases.ts';
import { insertRightInstance } from '../storage/right-instances.ts';
import type { Surroundings } from '../surroundings.ts';

/** What it may be asked of the engine; undefined for an instance that ended while we looked. */
const unlessGone = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return undefined;
    throw thrown;
  }
};

/** The published version whose process an instance runs that begins with a right; null for any other instance. */
const versionOf = async ({ database, library }: Surroundings, instance: EngineInstance) => {
  const owner = ownerOf(await findDefinitionOwners(database, [instance.processDefinitionKey]), undefined);
  if (owner === undefined) return null;
  const { rightProcesses } = await library.version(database, owner.procedure_key, owner.version);
  return rightProcesses.has(owner.original_id) ? owner : null;
};

/** The case of the handle with which an instance began; null when it carries none that was sealed here. */
const sealedIn = async ({ engine, handles }: Surroundings, processInstanceKey: string): Promise<SealedCase | null> => {
  const found = await unlessGone(engine.monitor.variable({ processInstanceKey, name: caseHandleVariable }));
  return typeof found === 'string' ? handles.open(found) : null;
};

/**
 * The case for which a root instance works that no case has as its own: of a process that begins with a right, the one that
 * granted it, which its handle says. As for a connector that acts for it, both must be of the same procedure. What was found
 * once is kept, and the engine is not asked again.
 */
export const findRightCase = async (
  surroundings: Surroundings,
  rootInstanceKey: string,
): Promise<InstanceOwner | undefined> => {
  const { database, engine, clock } = surroundings;
  const instance = await unlessGone(engine.monitor.instance(rootInstanceKey));
  const owner = instance === undefined ? null : await versionOf(surroundings, instance);
  const sealed = owner === null ? null : await sealedIn(surroundings, rootInstanceKey);
  if (owner === null || sealed === null || sealed.procedureKey !== owner.procedure_key) return undefined;
  const row = await findCase(database, sealed.caseId);
  if (row?.administration !== sealed.administration || row.procedure_key !== owner.procedure_key) return undefined;
  const { id, administration } = row;
  await insertRightInstance(database, {
    processInstanceKey: rootInstanceKey,
    caseId: id,
    administration,
    procedureVersion: owner.version,
    at: clock.now(),
  });
  return { process_instance_key: rootInstanceKey, id, administration, process_version: owner.version };
};
