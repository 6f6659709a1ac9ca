import type { Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { requireClerkCase } from '../cases/case-access.ts';
import { askEngine } from '../engine/engine-failure.ts';
import type { EngineElement, EngineIncident, EngineVariable } from '../engine/engine.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { IncidentView, InstanceView } from '../views/monitor.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { asDrawn, diagramOf } from './definition-view.ts';
import { summarizeInstance } from './instances.ts';
import { requireOwnInstance } from './require-instance.ts';

const viewVariables = (
  processInstanceKey: string,
  variables: readonly EngineVariable[],
  elements: readonly EngineElement[],
) =>
  variables.map(({ name, value, scopeKey }) => ({
    name,
    value,
    scopeKey,
    scopeElementId:
      scopeKey === processInstanceKey
        ? ''
        : (elements.find(({ elementInstanceKey }) => elementInstanceKey === scopeKey)?.elementId ?? ''),
  }));

const viewIncident = (incident: EngineIncident): IncidentView => ({
  incidentKey: incident.incidentKey,
  errorType: incident.errorType,
  message: incident.message,
  elementId: incident.elementId,
  elementInstanceKey: incident.elementInstanceKey,
  jobKey: incident.jobKey,
  createdAt: incident.createdAt,
});

const view = async (surroundings: Surroundings, actor: Actor, processInstanceKey: string): Promise<InstanceView> => {
  const { engine, database } = surroundings;
  const found = await requireOwnInstance(surroundings, actor, processInstanceKey);
  const { instance, owner, ownCase, administration } = found;
  const { monitor } = engine;
  const incidents = asDrawn(owner, await monitor.incidents({ processInstanceKey }));
  const elements = asDrawn(owner, await monitor.elements(processInstanceKey));
  const counts = asDrawn(owner, await monitor.instanceCounts(processInstanceKey));
  const shown: InstanceView = {
    ...summarizeInstance(instance, { version: owner.version, incidents: incidents.length, owner: ownCase }),
    xml: await diagramOf(surroundings, owner),
    elements: counts.map((count) => ({ ...count })),
    variables: viewVariables(processInstanceKey, await monitor.variables(processInstanceKey), elements),
    incidentList: incidents.map(viewIncident),
    history: elements.map(({ elementId, kind, state, startedAt, endedAt }) => ({
      elementId,
      kind,
      state,
      startedAt,
      endedAt,
    })),
  };
  await database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'instance.read',
      object: `instance:${processInstanceKey}`,
      administration,
    }),
  );
  return shown;
};

/** One instance on its diagram, with its variables and incidents; that it was read is on record. */
export const getInstance: UseCase<{ processInstanceKey: string }, InstanceView> = async (surroundings, actor, input) =>
  askEngine(view(surroundings, actor, input.processInstanceKey));

/** Where the process of a case stands, for the clerk who has the case. */
export const getCaseProcess: UseCase<{ caseId: string }, InstanceView> = async (surroundings, actor, { caseId }) => {
  const { row } = await requireClerkCase(surroundings.database, actor, caseId);
  if (row.process_instance_key === null)
    throw new CaseworkError('NOT_FOUND', `Expected the process of case ${caseId} to have started, but it has not`);
  return askEngine(view(surroundings, actor, row.process_instance_key));
};
