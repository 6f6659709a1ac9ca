import type { DecisionReply, DecisionSelector } from '@irisflow/core';
import type { EvaluatedDecision } from '@irisflow/dmn';
import type { DecisionDefinitionKey } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { decisionDefinitions } from '../../../storage/search/nouns/decision-definition.ts';
import { type DecisionInstance, decisionInstances } from '../../../storage/search/nouns/decision-instance.ts';
import { decisionRequirements } from '../../../storage/search/nouns/decision-requirements.ts';
import type { GatewayEngine } from '../../engine.ts';
import { gives, givesText } from '../answer.ts';
import { findSource } from '../find-source.ts';
import { tenantOf, variablesOf } from '../parts.ts';
import { badRequest, notFound } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { ok, type RestContext, type Route, route, xml } from '../route.ts';
import { Int, JsonObject, Key, KeyOrNone, maybe, Name, orNull, shape, Text } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

/** How a decision came to its result, as clients know it. */
const storyOf = ({ inputs, matchedRules }: EvaluatedDecision) => ({
  evaluatedInputs: inputs.map(({ id, name, value, text }) => ({
    inputId: id,
    inputName: name,
    inputValue: text ?? JSON.stringify(value),
  })),
  matchedRules: matchedRules.map(({ ruleId, index, outputs }) => ({
    ruleId,
    ruleIndex: index,
    evaluatedOutputs: outputs.map(({ id, name, value, text }) => ({
      outputId: id,
      outputName: name,
      outputValue: text ?? JSON.stringify(value),
      ruleId,
      ruleIndex: index,
    })),
  })),
});

const Evaluation = shape({
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

const toEvaluated = (engine: GatewayEngine, { decision, evaluationKey }: DecisionReply) => {
  const definitionOf = ({ decisionId }: EvaluatedDecision) =>
    engine.findDecision(decision.requirementsKey, decisionId) ?? decision;
  return (evaluated: EvaluatedDecision, index: number) => ({
    decisionDefinitionKey: definitionOf(evaluated).key,
    decisionDefinitionId: evaluated.decisionId,
    decisionDefinitionName: evaluated.decisionName,
    decisionDefinitionVersion: definitionOf(evaluated).version,
    decisionDefinitionType: evaluated.type,
    decisionEvaluationInstanceKey: `${evaluationKey}-${index + 1}`,
    output: evaluated.outputText ?? JSON.stringify(evaluated.output),
    tenantId: decision.tenantId,
    ...storyOf(evaluated),
  });
};

const Story = {
  evaluatedInputs: Type.Array(Type.Object({ inputId: Text, inputName: Text, inputValue: Text })),
  matchedRules: Type.Array(
    Type.Object({
      ruleId: Text,
      ruleIndex: Int,
      evaluatedOutputs: Type.Array(
        Type.Object({ outputId: Text, outputName: Text, outputValue: Text, ruleId: Text, ruleIndex: Int }),
      ),
    }),
  ),
};
const Evaluated = Type.Object({
  decisionDefinitionKey: Key,
  decisionDefinitionId: Text,
  decisionDefinitionName: Text,
  decisionDefinitionVersion: Int,
  decisionRequirementsId: Text,
  decisionRequirementsKey: Key,
  decisionInstanceKey: Key,
  decisionEvaluationKey: Key,
  output: Text,
  failedDecisionDefinitionId: orNull(Text),
  failureMessage: orNull(Text),
  tenantId: Text,
  evaluatedDecisions: Type.Array(
    Type.Object({
      decisionDefinitionKey: Key,
      decisionDefinitionId: Text,
      decisionDefinitionName: Text,
      decisionDefinitionVersion: Int,
      decisionDefinitionType: Text,
      decisionEvaluationInstanceKey: Text,
      output: Text,
      tenantId: Text,
      ...Story,
    }),
  ),
});
const evaluateTraits = {
  summary: 'Evaluates a decision and those that it requires, and keeps how the result came about.',
  body: Evaluation,
  answer: gives(Evaluated),
};

const evaluate = route('POST /decision-definitions/evaluation', evaluateTraits, async ({ body }, { engine }) => {
  const settled = await engine.submit<'evaluateDecision'>({
    kind: 'evaluateDecision',
    tenantId: tenantOf(engine, body),
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
    failedDecisionDefinitionId: failure?.decisionId ?? null,
    failureMessage: failure?.message ?? null,
    tenantId: decision.tenantId,
    evaluatedDecisions: trace.map(toEvaluated(engine, reply)),
  });
});

const sourceTraits = {
  summary: 'Gives the file that the decisions were deployed with.',
  answer: givesText('text/xml'),
};

const sourceRoute = (path: `/${string}`, called: string): Route =>
  route(`GET ${path}`, sourceTraits, async (call, context) => {
    const source = await findSource(call, context, called);
    return xml(Buffer.from(source.content).toString('utf8'));
  });

const withoutStory = async (items: readonly DecisionInstance[]) =>
  items.map((item) => ({ ...item, evaluated: undefined }));
const withStory = async (items: readonly DecisionInstance[], _context: RestContext) =>
  items.map((item) => ({ ...item, evaluated: undefined, ...storyOf(item.evaluated) }));

const evaluatedDecisions = {
  noun: decisionInstances,
  hides: ['evaluated'],
  adds: { result: Text, processDefinitionKey: KeyOrNone, processInstanceKey: KeyOrNone, elementInstanceKey: KeyOrNone },
};

export const decisionRoutes: readonly Route[] = [
  searchRoute('/decision-definitions/search', { summary: 'Finds decision definitions.', noun: decisionDefinitions }),
  findRoute('/decision-definitions', {
    summary: 'Shows one decision definition.',
    noun: decisionDefinitions,
    called: 'decision definition',
  }),
  sourceRoute('/decision-definitions/:key/xml', 'decision definition'),
  evaluate,
  searchRoute('/decision-requirements/search', { summary: 'Finds files of decisions.', noun: decisionRequirements }),
  findRoute('/decision-requirements', {
    summary: 'Shows one file of decisions.',
    noun: decisionRequirements,
    called: 'set of decision requirements',
  }),
  sourceRoute('/decision-requirements/:key/xml', 'set of decision requirements'),
  searchRoute('/decision-instances/search', {
    summary: 'Finds evaluated decisions.',
    ...evaluatedDecisions,
    complete: withoutStory,
  }),
  findRoute('/decision-instances', {
    summary: 'Shows one evaluated decision with its inputs and the rules that matched.',
    called: 'decision instance',
    ...evaluatedDecisions,
    adds: { ...evaluatedDecisions.adds, ...Story },
    complete: withStory,
  }),
];
