import { actingFor, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from './surroundings.ts';
import { getCaseProcess, getInstance } from './instance-view.ts';
import { getStatistics, listInstances } from './instances.ts';
import { cancelInstance, resolveIncident, resumeInstance, setVariables, suspendInstance } from './repair.ts';
import { moveStep } from './moves/move-step.ts';
import { listProcedureIncidents } from './incidents/list-procedure-incidents.ts';
import { getStandstill, listCaseIncidents, listOfficeIncidents } from './incidents/list-incidents.ts';
import { resolveStep, retryStep } from './incidents/retry-incident.ts';
import { watchIncidents } from './incidents/watch-incidents.ts';
import { maskInstance, unmaskInstance } from './unmask.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const watch: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await watchIncidents(actingFor(surroundings, actor, 'incidents'));
};

export const monitorRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listInstances,
    getStatistics,
    getInstance,
    getCaseProcess,
    unmaskInstance,
    maskInstance,
    resolveIncident,
    setVariables,
    suspendInstance,
    resumeInstance,
    cancelInstance,
    moveStep,
    listCaseIncidents,
    listOfficeIncidents,
    listProcedureIncidents,
    getStandstill,
    retryStep,
    resolveStep,
    watch,
  });
