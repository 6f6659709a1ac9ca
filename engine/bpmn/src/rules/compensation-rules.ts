import type { ElementIndex, ExecutableElement, ExecutableProcess } from '../graph.ts';
import { elementAt } from '../graph-access.ts';
import type { Rule } from './rule.ts';

/** Who undoes an activity stands apart: reached by association, left by nothing. */
const handlers: Rule = ({ process, report }) => {
  for (const element of process.elements) {
    if (!('isForCompensation' in element) || !element.isForCompensation) continue;
    if (element.incoming.length + element.outgoing.length > 0) report('BPMN_COMPENSATION_HANDLER_FLOWS', element.id);
    if (element.boundaryEvents.length > 0) report('BPMN_COMPENSATION_HANDLER_BOUNDARY', element.id);
  }
};

const isHandler = (process: ExecutableProcess, index: ElementIndex | null, scope: ElementIndex | null): boolean => {
  if (index === null) return false;
  const element = elementAt(process, index);
  return 'isForCompensation' in element && element.isForCompensation && element.scope === scope;
};

const boundaries: Rule = ({ process, report }) => {
  for (const element of process.elements) {
    if (element.kind !== 'boundaryEvent' || element.event.kind !== 'compensation') continue;
    if (!isHandler(process, element.compensationHandler, element.scope)) {
      report('BPMN_COMPENSATION_HANDLER_MISSING', element.id);
    }
    if (element.outgoing.length > 0) report('BPMN_COMPENSATION_BOUNDARY_OUTGOING', element.id);
  }
};

const isCompensable = (process: ExecutableProcess, element: ExecutableElement): boolean => {
  if (element.kind === 'subProcess' || element.kind === 'adHocSubProcess') return true;
  if (!('boundaryEvents' in element)) return false;
  return element.boundaryEvents.some((index) => {
    const boundary = elementAt(process, index);
    return boundary.kind === 'boundaryEvent' && boundary.event.kind === 'compensation';
  });
};

/** A throw event undoes its own scope; inside an event sub-process also the scope around it. */
const reachableScopes = (process: ExecutableProcess, thrower: ExecutableElement): readonly (ElementIndex | null)[] => {
  if (thrower.scope === null) return [];
  const scope = elementAt(process, thrower.scope);
  return scope.kind === 'eventSubProcess' ? [scope.index, scope.scope] : [scope.index];
};

const throwers: Rule = ({ process, report }) => {
  for (const element of process.elements) {
    if (element.kind !== 'intermediateThrowEvent' && element.kind !== 'endEvent') continue;
    if (element.event.kind !== 'compensation' || element.event.activity === null) continue;
    const activity = elementAt(process, element.event.activity);
    if (reachableScopes(process, element).includes(activity.scope) && isCompensable(process, activity)) continue;
    report('BPMN_COMPENSATION_ACTIVITY', element.id, { activity: activity.id });
  }
};

export const compensationRules: readonly Rule[] = [handlers, boundaries, throwers];
