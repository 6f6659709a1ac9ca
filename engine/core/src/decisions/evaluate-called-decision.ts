import type { CalledDecision } from '@irisflow/bpmn';
import type { Run } from '../run/behavior.ts';
import { IncidentError, NotLoaded } from '../desk/failure.ts';
import { findReferred } from '../run/find-referred.ts';
import { emit } from '../run/run.ts';
import { contextOf, evaluateText } from '../expression/evaluate-expression.ts';
import type { DecisionDefinition } from '../state/definition-catalog.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { evaluateDefinition } from './evaluate-definition.ts';

/** JSON text of what a decision says about the visible variables. Throws an incident when it is missing or fails. */
export const evaluateCalledDecision = (run: Run, called: CalledDecision, instance: ElementInstance): string => {
  const definition = findCalled(run, called, instance);
  const requirements = run.desk.state.requirements(definition.requirementsKey);
  if (requirements === undefined) throw new NotLoaded({ requirementsKeys: [definition.requirementsKey] });
  const evaluation = evaluateDefinition(requirements, definition, contextOf(run, instance.key));
  emit(run, {
    kind: 'decisionEvaluated',
    key: run.desk.nextKey<'decisionEvaluation'>(),
    decisionKey: definition.key,
    elementKey: instance.key,
    processInstanceKey: instance.processInstanceKey,
    ...evaluation,
  });
  if (evaluation.failure !== null) throw new IncidentError('DECISION_EVALUATION_ERROR', evaluation.failure.message);
  return evaluation.output;
};

const findCalled = (run: Run, called: CalledDecision, instance: ElementInstance): DecisionDefinition => {
  const id = evaluateText(called.decisionId, contextOf(run, instance.key));
  const definition = findReferred(run, instance, {
    shelf: run.desk.state.definitions.decisions,
    id,
    binding: called.binding,
  });
  if (definition !== undefined) return definition;
  throw new IncidentError('CALLED_DECISION_ERROR', `Expected to evaluate the decision '${id}', but it is not deployed`);
};
