import { caseHandleVariable } from '@irisflow/access';
import { EngineFailure, isEngineFailure, type Variables } from '@irisflow/engine-client';
import { instantOf } from '@irisflow/foundation';
import { beginningName, isBeginning, parametersOn, qualifiedName } from '@irisflow/procedures';
import { platformMessages } from '@irisflow/protocol';
import { handleOfCase } from '../handle/handle-of-case.ts';
import { type CaseRow, findCase } from '../storage/cases.ts';
import type { OutboxMessage, OutboxRow } from '../storage/outbox.ts';
import type { Surroundings } from '../surroundings.ts';
import { giveAnswers } from './give-answers.ts';
import { giveHandle } from './give-handle.ts';
import { cancelDuplicates, cancelProcess, startProcess } from './start-process.ts';

const DAY_MS = 24 * 3600 * 1000;
/** A call takes its time, and clocks differ. */
const MARGIN_MS = 60_000;

/** Processes of their own live with a right: that the one of its case rests keeps nobody from telling them. */
const isOfRight = (name: string): boolean => name.startsWith('right.') || name.startsWith('obligation.');
/**
 * How long the engine keeps a message for a process that does not wait for it yet. What happened is said once, and a process that
 * stands still for a repair has to hear it all the same. That an appeal is over says nothing to the next appeal of the case.
 */
const timeToLiveOf = (name: string): number => (isBeginning(name) || name === 'appeal.ended' ? DAY_MS : 60 * DAY_MS);

/** The engine may have had the message and has forgotten it since: sent again, it would arrive twice. */
export class MessageOutlived extends Error {}

/** Refuses to repeat what the engine could no longer know. */
const refuseOutlived = ({ clock }: Surroundings, { id, tried_at: tried }: OutboxRow, timeToLiveMs: number): void => {
  if (tried === null || clock.now() - Date.parse(instantOf(tried)) < timeToLiveMs - MARGIN_MS) return;
  throw new MessageOutlived(
    `Expected to know whether message ${id} arrived, but it was sent at ${instantOf(tried)} and the engine has forgotten it`,
  );
};

/** The engine would keep a message for a suspended process only so long: it waits here until the process goes on. */
const requireMoving = async ({ database, engine }: Surroundings, caseId: string): Promise<void> => {
  const key = (await findCase(database, caseId))?.process_instance_key ?? null;
  if (key === null || (await engine.monitor.instance(key)).state !== 'suspended') return;
  throw new EngineFailure('unavailable', `Expected the process of case ${caseId} to go on, but it is suspended`);
};

/** As the version of the case knows the message: versions from before names were qualified wait for the plain one. */
const nameOf = async ({ database, library }: Surroundings, row: CaseRow, name: string): Promise<string> => {
  const { isQualified, administration } = await library.version(database, row.procedure_key, row.procedure_version);
  return isQualified ? qualifiedName(administration, name) : name;
};

/** What begins is of the newest version, whichever one the case is of. */
const nameOfBeginning = async (surroundings: Surroundings, row: CaseRow, name: string): Promise<string> => {
  const { database, library } = surroundings;
  const { hasOwnBeginnings, administration, key } = await library.latest(database, row.procedure_key);
  return hasOwnBeginnings ? beginningName({ administration, procedure: key }, name) : nameOf(surroundings, row, name);
};

const nameFor = async (surroundings: Surroundings, caseId: string, name: string): Promise<string> => {
  const row = await findCase(surroundings.database, caseId);
  if (row === undefined) return name;
  // What a procedure made up is never said plainly: a plain name may be the qualified one of another administration.
  if (!isOfPlatform(name)) return qualifiedName(row.administration, name);
  return isBeginning(name) ? nameOfBeginning(surroundings, row, name) : nameOf(surroundings, row, name);
};

const isOfPlatform = (name: string): boolean => platformMessages.some((known) => known === name);

type Publishing = Extract<OutboxMessage, { kind: 'publishMessage' }>;

/**
 * A process that lives with a right acts for the case that granted it: it begins with the handle of that case, and with the
 * parameters of the day from which the right or what is due on it counts. It is of the newest version, and so are they.
 */
const variablesOf = async (
  surroundings: Surroundings,
  caseId: string,
  { name, variables, beginsOn }: Publishing,
): Promise<Variables> => {
  const { database, library } = surroundings;
  const row = isBeginning(name) ? await findCase(database, caseId) : undefined;
  if (row === undefined) return variables;
  const { id, reference, language } = row;
  const handled = {
    ...variables,
    caseId: id,
    reference,
    language,
    [caseHandleVariable]: handleOfCase(surroundings, row),
  };
  if (beginsOn === undefined) return handled;
  const { parameters } = await library.latest(database, row.procedure_key);
  return { ...handled, parameters: parametersOn(parameters, beginsOn) };
};

const publish = async (surroundings: Surroundings, row: OutboxRow, message: Publishing): Promise<string | null> => {
  const { engine } = surroundings;
  const { id, case_id: caseId } = row;
  const { to = caseId, key = to } = message;
  const timeToLiveMs = timeToLiveOf(message.name);
  refuseOutlived(surroundings, row, timeToLiveMs);
  const name = await nameFor(surroundings, to, message.name);
  try {
    const messageId = `${caseId}/${id}`;
    const variables = await variablesOf(surroundings, caseId, message);
    return await engine.publishMessage({ name, correlationKey: key, messageId, timeToLiveMs, variables });
  } catch (thrown) {
    // An earlier attempt arrived after all.
    if (!isEngineFailure(thrown, 'conflict')) throw thrown;
    return null;
  }
};

type Steering = Exclude<OutboxMessage, Publishing>;

const steer = (surroundings: Surroundings, row: OutboxRow, message: Steering): Promise<void> => {
  switch (message.kind) {
    case 'startProcess':
      return startProcess(surroundings, row);
    case 'cancelDuplicates':
      return cancelDuplicates(surroundings, row.case_id);
    case 'giveHandle':
      return giveHandle(surroundings, row.case_id);
    case 'cancelProcess':
      return cancelProcess(surroundings, row.case_id);
    case 'giveAnswers':
      return giveAnswers(surroundings, row.case_id);
  }
};

/** Does what a message says; doing it again does no harm. Answers under which key the engine keeps what it was told. */
export const dispatchMessage = async (surroundings: Surroundings, row: OutboxRow): Promise<string | null> => {
  const { message } = row;
  if (message.kind !== 'publishMessage') {
    await steer(surroundings, row, message);
    return null;
  }
  // That another case rests holds up nothing of the one that tells it.
  if (!isOfRight(message.name) && message.to === undefined) await requireMoving(surroundings, row.case_id);
  return publish(surroundings, row, message);
};
