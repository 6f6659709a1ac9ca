import type { ElementInstance } from '../state/element-instance.ts';
import type { Incident } from '../state/instance-tree.ts';
import type { Run } from './behavior.ts';
import { IncidentError } from '../desk/failure.ts';
import { emit } from './run.ts';

/** Shows why an element instance cannot go on. */
export const raiseIncident = (
  run: Run,
  instance: ElementInstance,
  problem: Pick<Incident, 'type' | 'message' | 'jobKey' | 'warnings'>,
): void => {
  emit(run, {
    kind: 'incidentCreated',
    incident: {
      key: run.desk.nextKey<'incident'>(),
      ...problem,
      elementKey: instance.key,
      elementId: instance.elementId,
      processInstanceKey: instance.processInstanceKey,
    },
  });
};

/** Shows what the model got wrong. */
export const raiseFailure = (run: Run, instance: ElementInstance, { type, message, warnings }: IncidentError): void => {
  raiseIncident(run, instance, { type, message, jobKey: null, ...(warnings.length > 0 && { warnings }) });
};

/** Resolves the incidents of an element instance that leaves anyway. */
export const resolveIncidentsOf = (run: Run, instance: ElementInstance): void => {
  for (const incident of run.tree.incidents.values()) {
    if (incident.elementKey === instance.key) emit(run, { kind: 'incidentResolved', key: incident.key });
  }
};

/** The model's fault becomes an incident of the instance. */
export const guarded = (run: Run, instance: ElementInstance, work: () => void): void => {
  try {
    work();
  } catch (failure) {
    if (!(failure instanceof IncidentError)) throw failure;
    raiseFailure(run, instance, failure);
  }
};
