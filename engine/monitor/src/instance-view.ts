import type { Queryable } from '@irisflow/database';
import { type Actor, appendAudit, hideHandles } from '@irisflow/access';
import { requireClerkCase, recordOpening, type CaseRow } from '@irisflow/casework';
import { askEngine, type EngineElement, type EngineIncident, type EngineVariable } from '@irisflow/engine-client';
import { instantOf, CaseworkError } from '@irisflow/foundation';
import { listVersionFiles, stepNames } from '@irisflow/procedures';
import { findOpenUnmasking, type OpenUnmasking } from './storage/unmasking.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { IncidentView, InstanceView, VariableView } from './views/monitor.ts';
import { asDrawn, diagramOf } from './definition-view.ts';
import { findInstanceCase } from './find-instance-case.ts';
import { summarizeInstance } from './instances.ts';
import { incidentText } from './incident-text.ts';
import { listMoves } from './moves/list-moves.ts';
import { createMasking, type Masking } from './masking/create-masking.ts';
import { maskText } from './masking/mask-text.ts';
import { platformVariables } from './masking/platform-variables.ts';
import { withMaskedAnswers } from './masking/mask-answers.ts';
import { isShown, viewInClear, viewMasked } from './masking/view-variable.ts';
import { requireOwnInstance, type OwnInstance } from './require-instance.ts';
import { mayUnmask } from './unmask.ts';

/** What the engine says about an instance, before anything is masked. */
interface Read {
  readonly own: OwnInstance;
  readonly variables: readonly EngineVariable[];
  readonly elements: readonly EngineElement[];
  readonly incidents: readonly EngineIncident[];
}

interface Wanted {
  readonly actor: Actor;
  readonly processInstanceKey: string;
}

const viewVariables = (
  { own, variables, elements }: Read,
  masking: Masking,
  show: typeof viewMasked,
): VariableView[] => {
  const { processInstanceKey } = own.instance;
  return variables.filter(isShown).map((variable) => ({
    ...show(variable, masking),
    scopeKey: variable.scopeKey,
    scopeElementId:
      variable.scopeKey === processInstanceKey
        ? ''
        : (elements.find(({ elementInstanceKey }) => elementInstanceKey === variable.scopeKey)?.elementId ?? ''),
  }));
};

const viewIncident = (incident: EngineIncident, show: (text: string) => string): IncidentView => ({
  incidentKey: incident.incidentKey,
  errorType: incident.errorType,
  message: show(incident.message),
  text: incidentText(incident.errorType, incident.message),
  elementId: incident.elementId,
  elementInstanceKey: incident.elementInstanceKey,
  jobKey: incident.jobKey,
  createdAt: incident.createdAt,
});

const readEngine = async ({ engine }: Surroundings, own: OwnInstance): Promise<Read> => {
  const { monitor } = engine;
  const { processInstanceKey } = own.instance;
  return {
    own,
    incidents: asDrawn(own.owner, await monitor.incidents({ processInstanceKey })),
    elements: asDrawn(own.owner, await monitor.elements(processInstanceKey)),
    variables: await monitor.variables(processInstanceKey),
  };
};

const maskingOf = async ({ database, library }: Surroundings, read: Read, row: CaseRow | null): Promise<Masking> => {
  const { procedure_key: key, version } = read.own.owner;
  const files = await listVersionFiles(database, { key, version });
  const platform = platformVariables(await library.version(database, key, version), row);
  return createMasking({ variables: read.variables, files, platform });
};

/** What lets the reader see values now; asked last, so that masks are on again at the second. */
const openUnmasking = async (
  { clock }: Surroundings,
  tx: Queryable,
  { actor, processInstanceKey }: Wanted,
): Promise<OpenUnmasking | null> => {
  if (!mayUnmask(actor)) return null;
  const { id: personId } = actor.person;
  return (await findOpenUnmasking(tx, { processInstanceKey, personId, at: clock.now() })) ?? null;
};

const view = async (surroundings: Surroundings, wanted: Wanted): Promise<InstanceView> => {
  const { engine, database } = surroundings;
  const { actor, processInstanceKey } = wanted;
  const own = await requireOwnInstance(surroundings, actor, processInstanceKey);
  const { instance, owner, administration } = own;
  const row = await findInstanceCase(surroundings, own);
  const read = await withMaskedAnswers(surroundings, await readEngine(surroundings, own));
  const masking = await maskingOf(surroundings, read, row);
  const counts = asDrawn(owner, await engine.monitor.instanceCounts(processInstanceKey));
  const xml = await diagramOf(surroundings, owner);
  const moves = mayUnmask(actor) ? await listMoves(surroundings, read) : [];
  const { description } = await surroundings.library.version(database, owner.procedure_key, owner.version);
  return database.transaction(async (tx) => {
    const unmasking = await openUnmasking(surroundings, tx, wanted);
    const { handles, words } = masking;
    const show = (text: string): string => {
      const kept = hideHandles(text, handles);
      return unmasking === null ? maskText(kept, words) : kept;
    };
    const shown: InstanceView = {
      ...summarizeInstance(instance, {
        version: owner.version,
        incidents: read.incidents.length,
        owner: row ?? undefined,
      }),
      xml,
      names: stepNames(description),
      elements: counts.map((count) => ({ ...count })),
      variables: viewVariables(read, masking, unmasking === null ? viewMasked : viewInClear),
      unmaskedUntil: unmasking === null ? null : instantOf(unmasking.ends_at),
      incidentList: read.incidents.map((incident) => viewIncident(incident, show)),
      moves,
      history: read.elements.map(({ elementId, kind, state, startedAt, endedAt }) => ({
        elementId,
        kind,
        state,
        startedAt,
        endedAt,
      })),
    };
    await appendAudit(surroundings, tx, {
      actor,
      action: 'instance.read',
      object: `instance:${processInstanceKey}`,
      administration,
      detail: unmasking === null ? {} : { unmasking: unmasking.id },
    });
    return shown;
  });
};

/** One instance on its diagram, with its variables and incidents, masked unless the reader unmasked it; that it was read is on record. */
export const getInstance: UseCase<{ processInstanceKey: string }, InstanceView> = (
  surroundings,
  actor,
  { processInstanceKey },
) => askEngine(view(surroundings, { actor, processInstanceKey }));

/** Where the process of a case stands, for the clerk who has the case. */
export const getCaseProcess: UseCase<{ caseId: string }, InstanceView> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { clerk, row } = await requireClerkCase(database, actor, caseId);
  const { process_instance_key: processInstanceKey } = row;
  if (processInstanceKey === null)
    throw new CaseworkError('NOT_FOUND', `Expected the process of case ${caseId} to have started, but it has not`);
  const shown = await askEngine(view(surroundings, { actor, processInstanceKey }));
  await database.transaction((tx) => recordOpening(surroundings, tx, { clerk, row }));
  return shown;
};
