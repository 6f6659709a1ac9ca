import {
  requireMachine,
  type ConnectorActor,
  type ConnectorGrant,
  type ConnectorWork,
  actingFor,
  type SealedCase,
} from '@irisflow/access';
import { askEngine } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { findCase, type CaseRow, sealedCaseOf } from '@irisflow/casework';
import type { Surroundings, UseCase } from './surroundings.ts';
import { findCaller, type Caller } from './find-caller.ts';
import { refuseKnock, type Knock, type Refusal } from './refuse-knock.ts';

const jobKey = /^[0-9]{1,19}$/;

const isSameCase = (row: CaseRow | undefined, sealed: SealedCase): row is CaseRow => {
  if (row === undefined) return false;
  const stored = sealedCaseOf(row);
  return (
    stored.administration === sealed.administration &&
    stored.procedureKey === sealed.procedureKey &&
    stored.procedureVersion === sealed.procedureVersion
  );
};

const declares = async ({ database, library }: Surroundings, sealed: SealedCase, connector: string): Promise<boolean> =>
  (await library.version(database, sealed.procedureKey, sealed.procedureVersion)).jobTypes.has(connector);

/** Whether a token opens the door for a type: the shared one for what comes with the platform, others for their own. */
const opensFor = ({ connectorTypes }: Surroundings, token: ConnectorGrant | null, connector: string): boolean => {
  if (token !== null) return token.types.includes(connector);
  return connectorTypes === null ? !connector.includes('.') : connectorTypes.includes(connector);
};

const reaches = (token: ConnectorGrant | null, sealed: SealedCase): boolean =>
  token === null || token.administration === null || token.administration === sealed.administration;

/** Whether a job runs in a process that began by itself with a right of the case, in whatever version of its procedure. */
const isOfRight = async ({ database, library }: Surroundings, { owner }: Caller, row: CaseRow): Promise<boolean> => {
  if (owner?.procedure_key !== row.procedure_key) return false;
  const { rightProcesses } = await library.version(database, owner.procedure_key, owner.version);
  return rightProcesses.has(owner.original_id);
};

/** What speaks against a job that the engine was asked about; null when nothing does. */
const objectionTo = async (
  surroundings: Surroundings,
  caller: Caller,
  { connector, row }: { readonly connector: string; readonly row: CaseRow },
): Promise<Refusal | null> => {
  const { job, rootKey } = caller;
  if (job === null || !job.isActive || job.type !== connector) return 'job';
  if (await isOfRight(surroundings, caller, row)) return null;
  if (row.process_instance_key !== null) return rootKey === row.process_instance_key ? null : 'instance';
  // The process runs on before the outbox has noted its key.
  throw new CaseworkError('CASE_NOT_STARTED', `Expected case ${row.id} to know its process, but it does not yet`);
};

const workOf = async (surroundings: Surroundings, sealed: SealedCase, knock: Caller & { key: string }) => {
  if (knock.work !== null) return { ...knock.work, job: knock.key };
  const { database, library } = surroundings;
  const { processDefinitionId } = await library.version(database, sealed.procedureKey, sealed.procedureVersion);
  return { job: knock.key, process: processDefinitionId, element: null } satisfies ConnectorWork;
};

interface Opened {
  readonly sealed: SealedCase;
  readonly row: CaseRow;
}

/** The case whose handle is shown, when the token, the type and the version fit it; else what does not. */
const openCase = async (surroundings: Surroundings, knock: Knock, connector: string): Promise<Opened | Refusal> => {
  const { database, handles } = surroundings;
  const { handle, token = null } = knock;
  if (!opensFor(surroundings, token, connector)) return 'type';
  const sealed = handles.open(handle ?? '');
  if (sealed === null) return 'altered';
  if (!reaches(token, sealed)) return 'administration';
  const row = await findCase(database, sealed.caseId);
  if (!isSameCase(row, sealed)) return 'case';
  return (await declares(surroundings, sealed, connector)) ? { sealed, row } : 'connector';
};

/**
 * Lets a connector act for the one case whose handle it shows: its token serves its type and the administration of the case,
 * the handle was sealed here, the case has that version, the version has a job of that connector, and, where the engine can be
 * asked, that very job runs in the case's own instance.
 */
export const admitConnector: UseCase<Knock, ConnectorActor> = async (given, actor, knock) => {
  requireMachine(actor);
  const surroundings = actingFor(given, actor, 'admission');
  const { engine } = surroundings;
  const { connector, job } = knock;
  const key = job !== null && jobKey.test(job) ? job : null;
  const caller = await askEngine(findCaller(surroundings, key));
  if (key === null || connector === null) return refuseKnock(surroundings, knock, caller, 'job');
  const opened = await openCase(surroundings, knock, connector);
  if (typeof opened === 'string') return refuseKnock(surroundings, knock, caller, opened);
  const { sealed, row } = opened;
  const canAsk = await askEngine(engine.canAskForJobs());
  const objection = canAsk ? await objectionTo(surroundings, caller, { connector, row }) : null;
  if (objection !== null) return refuseKnock(surroundings, knock, caller, objection);
  return { kind: 'connector', connector, case: sealed, work: await workOf(surroundings, sealed, { ...caller, key }) };
};
