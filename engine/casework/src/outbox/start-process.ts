import { CaseworkError } from '@irisflow/foundation';
import { isEngineFailure } from '@irisflow/engine-client';
import { caseHandleVariable } from '@irisflow/access';
import { findVersionProcess, reopenedWork } from '@irisflow/procedures';
import { handleOfCase } from '../handle/handle-of-case.ts';
import { findCase, takeInstance, type CaseRow } from '../storage/cases.ts';
import { insertOutbox, markUncertain, type OutboxRow } from '../storage/outbox.ts';
import type { Surroundings } from '../surroundings.ts';
import { startVariables } from './start-variables.ts';

/** A cluster shows an instance to searches a little after it started it. */
const DUPLICATE_CHECK_AFTER_MS = 60_000;

const requireCase = async ({ database }: Surroundings, caseId: string): Promise<CaseRow> => {
  const row = await findCase(database, caseId);
  if (row !== undefined) return row;
  throw new CaseworkError('NOT_FOUND', `Expected case ${caseId} of the outbox, but there is none`);
};

const cancelQuietly = async ({ engine }: Surroundings, processInstanceKey: string): Promise<void> => {
  try {
    await engine.cancelInstance(processInstanceKey);
  } catch (thrown) {
    // It has ended by itself meanwhile.
    if (!isEngineFailure(thrown, 'notFound')) throw thrown;
  }
};

/** Ends the process of a case that goes on elsewhere; what it waits for is expected of nobody here any more. */
export const cancelProcess = async (surroundings: Surroundings, caseId: string): Promise<void> => {
  const { process_instance_key: key } = await requireCase(surroundings, caseId);
  if (key !== null) await cancelQuietly(surroundings, key);
};

interface CaseProcess {
  readonly id: string;
  readonly key: string;
  readonly version: number;
}

/** The process of the procedure, or the one that it names for cases that were reopened. */
const processOf = async ({ database, library }: Surroundings, row: CaseRow): Promise<CaseProcess> => {
  const { procedure_key: key, procedure_version: version } = row;
  const procedure = await library.version(database, key, version);
  if (row.reopened_at === null)
    return {
      id: procedure.processDefinitionId,
      key: procedure.processDefinitionKey,
      version: procedure.processDefinitionVersion,
    };
  const id = procedure.description.reopening?.process ?? reopenedWork;
  const found = await findVersionProcess(database, { key, version, id });
  if (found !== undefined) return { id: found.definition_id, key: found.definition_key, version: found.engine_version };
  throw new CaseworkError('NOT_FOUND', `Expected a process ${id} in version ${version} of ${key}, but there is none`);
};

/** The root instances of the case's own version that carry its handle; what others put into theirs counts for nothing. */
const ownInstances = async (surroundings: Surroundings, row: CaseRow): Promise<string[]> => {
  const { engine } = surroundings;
  const process = await processOf(surroundings, row);
  const value = handleOfCase(surroundings, row);
  return (await engine.rootInstancesWith({ name: caseHandleVariable, value }))
    .filter(({ processDefinitionKey }) => processDefinitionKey === process.key)
    .map(({ processInstanceKey }) => processInstanceKey)
    .filter((key) => !row.earlier_instances.includes(key));
};

/** Leaves the case the instance it has and cancels the others: a case owns at most one root instance. */
export const cancelDuplicates = async (surroundings: Surroundings, caseId: string): Promise<void> => {
  const { database } = surroundings;
  const row = await requireCase(surroundings, caseId);
  const found = await ownInstances(surroundings, row);
  const [eldest] = found;
  if (eldest === undefined) return;
  const kept = (await takeInstance(database, { id: row.id, processInstanceKey: eldest })) ?? eldest;
  for (const key of found) if (key !== kept) await cancelQuietly(surroundings, key);
};

const start = async (surroundings: Surroundings, row: CaseRow): Promise<void> => {
  const { database, engine, taskBell } = surroundings;
  const process = await processOf(surroundings, row);
  const started = await engine.startInstance({
    processDefinitionId: process.id,
    version: process.version,
    variables: await startVariables(surroundings, row),
  });
  const kept = await takeInstance(database, { id: row.id, processInstanceKey: started });
  if (kept !== started) await cancelQuietly(surroundings, started);
  // Its first tasks may have been seen before the case knew its instance.
  taskBell.ring();
};

/**
 * Starts the process of a case, once. When an earlier attempt ended without an answer the engine is asked first whether
 * it did start one; that may be too early to tell, so a check for duplicates follows.
 */
export const startProcess = async (surroundings: Surroundings, message: OutboxRow): Promise<void> => {
  const { database, clock } = surroundings;
  const row = await requireCase(surroundings, message.case_id);
  if (row.process_instance_key !== null) return;
  if (message.uncertain) {
    const at = clock.now() + DUPLICATE_CHECK_AFTER_MS;
    await insertOutbox(database, { caseId: row.id, message: { kind: 'cancelDuplicates' }, at });
    await cancelDuplicates(surroundings, row.id);
    if ((await requireCase(surroundings, row.id)).process_instance_key !== null) return;
  }
  await markUncertain(database, message.id);
  await start(surroundings, row);
};
