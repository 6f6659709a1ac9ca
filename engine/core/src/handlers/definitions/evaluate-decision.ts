import { evaluateDefinition } from '../../decisions/evaluate-definition.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { textContext } from '../../expression/text-context.ts';
import { findDecision } from '../../routing/find-definition.ts';
import { splitVariables } from '../../variables/split-variables.ts';
import { type Handler } from '../../handling/handler.ts';

export const evaluateDecision: Handler<'evaluateDecision'> = (desk, { tenantId, decision: selector, variables }) => {
  const decision = findDecision(desk.state.definitions, tenantId, selector);
  if (decision === undefined) {
    const wanted = selector.by === 'key' ? selector.key : selector.id;
    // Clients compare the words behind the comma.
    throw new CommandRefused(
      'INVALID_ARGUMENT',
      `Expected to evaluate decision '${wanted}', but no decision found for ${selector.by} '${wanted}'`,
    );
  }
  const requirements = desk.state.requirements(decision.requirementsKey);
  if (requirements === undefined) {
    throw new RangeError(`Expected the requirements of decision '${decision.id}' to be loaded, but they are not`);
  }
  const evaluation = evaluateDefinition(requirements, decision, textContext(splitVariables(variables), desk));
  const evaluationKey = desk.nextKey<'decisionEvaluation'>();
  desk.writeDefinitions({
    kind: 'decisionEvaluatedAlone',
    key: evaluationKey,
    decisionKey: decision.key,
    ...evaluation,
  });
  return { kind: 'reply', reply: { evaluationKey, decision, ...evaluation } };
};
