import type { DecisionReply, DecisionSelector } from '@irisflow/core';
import type { EvaluatedDecision } from '@irisflow/dmn';
import type { DecisionDefinitionKey } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { loadDefinitionSource } from '../../../storage/load/load-definition-source.ts';
import { decisionDefinitions } from '../../../storage/search/nouns/decision-definition.ts';
import { type DecisionInstance, decisionInstances } from '../../../storage/search/nouns/decision-instance.ts';
import { decisionRequirements } from '../../../storage/search/nouns/decision-requirements.ts';
import type { Engine } from '../../engine.ts';
import { keyOf, tenantOf, variablesOf } from '../parts.ts';
import { badRequest, notFound } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { ok, reading, type RestContext, type Route, route, xml } from '../route.ts';
import { JsonObject, Key, maybe, Name, Text } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

/** How a decision came to its result, as clients know it. */
const storyOf = ({ inputs, matchedRules }: EvaluatedDecision) => ({
  evaluatedInputs: inputs.map(({ id, name, value }) => ({
    inputId: id,
    inputName: name,
    inputValue: JSON.stringify(value),
  })),
  matchedRules: matchedRules.map(({ ruleId, index, outputs }) => ({
    ruleId,
    ruleIndex: index,
    evaluatedOutputs: outputs.map(({ id, name, value }) => ({
      outputId: id,
      outputName: name,
      outputValue: JSON.stringify(value),
    })),
  })),
});

const Evaluation = Type.Object({
  decisionDefinitionId: maybe(Name),
  decisionDefinitionKey: maybe(Key),
  variables: maybe(JsonObject),
  tenantId: maybe(Text),
});

const selectorOf = ({
  decisionDefinitionId: id,
  decisionDefinitionKey: key,
}: Static<typeof Evaluation>): DecisionSelector => {
  if ((typeof id === 'string') === (typeof key === 'string')) {
    throw badRequest('Expected either decisionDefinitionId or decisionDefinitionKey, but found both or none');
  }
  return typeof id === 'string' ? { by: 'id', id } : { by: 'key', key: (key ?? '') as DecisionDefinitionKey };
};

const toEvaluated = (engine: Engine, { decision, evaluationKey }: DecisionReply) => {
  const definitionOf = ({ decisionId }: EvaluatedDecision) =>
    engine.findDecision(decision.requirementsKey, decisionId) ?? decision;
  return (evaluated: EvaluatedDecision, index: number) => ({
    decisionDefinitionKey: definitionOf(evaluated).key,
    decisionDefinitionId: evaluated.decisionId,
    decisionDefinitionName: evaluated.decisionName,
    decisionDefinitionVersion: definitionOf(evaluated).version,
    decisionDefinitionType: evaluated.type,
    decisionEvaluationInstanceKey: `${evaluationKey}-${index + 1}`,
    output: JSON.stringify(evaluated.output),
    tenantId: decision.tenantId,
    ...storyOf(evaluated),
  });
};

const evaluate = route('POST', '/decision-definitions/evaluation', Evaluation, async ({ body }, { engine }) => {
  const settled = await engine.submit<'evaluateDecision'>({
    kind: 'evaluateDecision',
    tenantId: tenantOf(body),
    decision: selectorOf(body),
    variables: variablesOf(body),
  });
  // The gateway protocol calls an unknown decision an invalid argument; here it is not found.
  if (settled.kind === 'rejection' && settled.rejection.type === 'INVALID_ARGUMENT') {
    throw notFound(settled.rejection.reason);
  }
  const reply = replyOf('evaluateDecision', settled);
  const { decision, output, trace, failure, evaluationKey } = reply;
  return ok({
    decisionDefinitionKey: decision.key,
    decisionDefinitionId: decision.id,
    decisionDefinitionName: decision.name,
    decisionDefinitionVersion: decision.version,
    decisionRequirementsId: decision.requirementsId,
    decisionRequirementsKey: decision.requirementsKey,
    decisionInstanceKey: evaluationKey,
    decisionEvaluationKey: evaluationKey,
    output,
    failedDecisionDefinitionId: failure?.decisionId ?? '',
    failureMessage: failure?.message ?? '',
    tenantId: decision.tenantId,
    evaluatedDecisions: trace.map(toEvaluated(engine, reply)),
  });
});

const sourceRoute = (path: string, called: string): Route =>
  reading(path, async (call, { database }) => {
    const key = keyOf(call);
    const source = await loadDefinitionSource(database, key);
    if (source === null) throw notFound(`Expected to find a ${called} with key '${key}', but there is none`);
    return xml(Buffer.from(source.content).toString('utf8'));
  });

const withoutStory = async (items: readonly DecisionInstance[]) =>
  items.map((item) => ({ ...item, evaluated: undefined }));
const withStory = async (items: readonly DecisionInstance[], _context: RestContext) =>
  items.map((item) => ({ ...item, evaluated: undefined, ...storyOf(item.evaluated) }));

export const decisionRoutes: readonly Route[] = [
  searchRoute('/decision-definitions/search', { noun: () => decisionDefinitions }),
  findRoute('/decision-definitions', { noun: decisionDefinitions, called: 'decision definition' }),
  sourceRoute('/decision-definitions/:key/xml', 'decision definition'),
  evaluate,
  searchRoute('/decision-requirements/search', { noun: () => decisionRequirements }),
  findRoute('/decision-requirements', { noun: decisionRequirements, called: 'set of decision requirements' }),
  sourceRoute('/decision-requirements/:key/xml', 'set of decision requirements'),
  searchRoute('/decision-instances/search', { noun: () => decisionInstances, complete: withoutStory }),
  findRoute('/decision-instances', { noun: decisionInstances, called: 'decision instance', complete: withStory }),
];
