import type { IncidentType, JobKey } from '@irisflow/protocol';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Run } from './behavior.ts';
import { emit } from './run.ts';

/** Shows why an element instance cannot go on. */
export function raiseIncident(
  run: Run,
  instance: ElementInstance,
  problem: { readonly type: IncidentType; readonly message: string; readonly jobKey: JobKey | null },
): void {
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
}

/** Resolves the incidents of an element instance that leaves anyway. */
export function resolveIncidentsOf(run: Run, instance: ElementInstance): void {
  for (const incident of run.tree.incidents.values()) {
    if (incident.elementKey === instance.key) emit(run, { kind: 'incidentResolved', key: incident.key });
  }
}
