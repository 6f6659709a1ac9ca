import type { ElementKind, EventKind, ExecutableElement, ExecutableProcess } from '../graph.ts';
import type { ProblemLog } from '../problem-log.ts';

/** What an engine may or may not run: a kind of element, a kind of event, or something an element carries. */
export type Feature =
  | ElementKind
  | `${EventKind}Event`
  | 'multiInstance'
  | 'compensationHandler'
  | 'executionListener'
  | 'taskListener';

/** What an engine says about features; silence means that it runs them. */
export type SupportedFeatures = Readonly<Partial<Record<Feature, boolean>>>;

/** Everything that an element asks of the engine. */
export const featuresOf = (element: ExecutableElement): readonly Feature[] => {
  const features: Feature[] = [element.kind];
  if ('event' in element) features.push(`${element.event.kind}Event`);
  if ('multiInstance' in element && element.multiInstance !== null) features.push('multiInstance');
  if ('isForCompensation' in element && element.isForCompensation) features.push('compensationHandler');
  if (element.listeners.length > 0) features.push('executionListener');
  if (element.kind === 'userTask' && element.userTask.taskListeners.length > 0) features.push('taskListener');
  return features;
};

/** Refuses, by name, what the engine at hand does not run, so that a token never gets there. */
export const reportUnsupported = (process: ExecutableProcess, supported: SupportedFeatures, log: ProblemLog): void => {
  for (const element of process.elements) {
    for (const feature of featuresOf(element)) {
      if (supported[feature] === false) log.report('BPMN_FEATURE_UNSUPPORTED', element.id, { feature });
    }
  }
};
