import { toJson } from '@irisflow/feel';
import type { FeelContext, FeelFunction } from '@irisflow/feel';

import { deepFreeze } from '../deep-freeze.ts';
import type { BusinessKnowledgeModel, Decision, DecisionLogic, DecisionRequirements } from '../requirements.ts';
import type { DecisionResult, DecisionType, EvaluatedDecision } from './decision-result.ts';
import { evaluateLogic, toFunction } from './evaluate-logic.ts';
import type { TableTrace } from './evaluate-table.ts';
import { DecisionFailure, withEntries } from './evaluation.ts';
import type { Evaluation, Lookup } from './evaluation.ts';
import { evaluationOrder } from './evaluation-order.ts';

const types: { readonly [Kind in DecisionLogic['kind']]: DecisionType } = {
  'decision-table': 'DECISION_TABLE',
  'literal-expression': 'LITERAL_EXPRESSION',
  context: 'CONTEXT',
  invocation: 'INVOCATION',
  list: 'LIST',
  relation: 'RELATION',
  function: 'FUNCTION',
};

/** Ten times what one expression may spend: a decision has many. */
const DEFAULT_FUEL = 10_000_000;

interface Run {
  readonly requirements: DecisionRequirements;
  readonly evaluation: Evaluation;
  readonly variable: Lookup;
  /** Results by decision id. */
  readonly results: Map<string, unknown>;
  /** Functions made so far, by id of their model. */
  readonly functions: Map<string, FeelFunction>;
  readonly trace: EvaluatedDecision[];
}

/** A result can be named by id, by name and by variable; the id is what a cluster of our kind goes by. */
const addNames = <Value>(
  entries: Map<string, Value>,
  { id, name, variable }: Decision | BusinessKnowledgeModel,
  value: Value,
): void => {
  for (const key of [variable, name, id]) entries.set(key, value);
};

/** Functions come into being when they are first named: a chain of thousands costs nothing until it is called. */
const functionOf = (run: Run, model: BusinessKnowledgeModel): FeelFunction => {
  const known = run.functions.get(model.id);
  if (known !== undefined) return known;
  const made = toFunction(run.evaluation, model.logic, knowledgeLookup(run, model.requiredKnowledge));
  run.functions.set(model.id, made);
  return made;
};

const knowledgeLookup = (run: Run, required: readonly string[]): Lookup => {
  if (required.length === 0) return run.variable;
  const models = new Map<string, BusinessKnowledgeModel>();
  for (const model of run.requirements.knowledge) if (required.includes(model.id)) addNames(models, model, model);
  return (name) => {
    const model = models.get(name);
    return model === undefined ? run.variable(name) : functionOf(run, model);
  };
};

const lookupOf = (run: Run, { requiredDecisions, requiredKnowledge }: Decision): Lookup => {
  const entries = new Map<string, unknown>();
  for (const decision of run.requirements.decisions) {
    if (requiredDecisions.includes(decision.id)) addNames(entries, decision, run.results.get(decision.id) ?? null);
  }
  return withEntries(entries, knowledgeLookup(run, requiredKnowledge));
};

const note = (run: Run, decision: Decision, noted: TableTrace & { output: unknown }): void => {
  run.trace.push({
    decisionId: decision.id,
    decisionName: decision.name,
    type: types[decision.logic.kind],
    inputs: noted.inputs,
    matchedRules: noted.matchedRules,
    output: toJson(noted.output),
    warnings: run.evaluation.warnings.splice(0),
  });
};

/** Evaluates one decision whose requirements are done; answers the reason when it fails. */
const evaluateOne = (run: Run, decision: Decision): string | null => {
  const trace: TableTrace = { inputs: [], matchedRules: [] };
  let output: unknown = null;
  try {
    output = evaluateLogic(run.evaluation, decision.logic, { lookup: lookupOf(run, decision), trace });
    run.results.set(decision.id, output);
    return null;
  } catch (error) {
    if (error instanceof DecisionFailure) return error.message;
    throw error;
  } finally {
    note(run, decision, { ...trace, output });
  }
};

const start = (requirements: DecisionRequirements, context: FeelContext): Run => ({
  requirements,
  evaluation: {
    now: context.now,
    timeZone: context.timeZone ?? 'UTC',
    fuel: context.fuel ?? DEFAULT_FUEL,
    warnings: [],
  },
  variable: context.variable,
  results: new Map(),
  functions: new Map(),
  trace: [],
});

/**
 * Evaluates a decision after everything it requires, each once. Answers the result as JSON with the story of every
 * decision, or which decision failed and why; never throws for what a model can do wrong.
 */
export const evaluateDecision = (
  requirements: DecisionRequirements,
  decisionId: string,
  context: FeelContext,
): DecisionResult => {
  const order = evaluationOrder(requirements, decisionId);
  const run = start(requirements, context);
  if (order.length === 0) {
    const message = `Expected a decision "${decisionId}" in "${requirements.name}", but there is none.`;
    return { ok: false, failedDecisionId: decisionId, message, trace: [] };
  }
  for (const decision of order) {
    const message = evaluateOne(run, decision);
    if (message !== null) {
      return deepFreeze({
        ok: false,
        failedDecisionId: decision.id,
        message: `${decision.name}: ${message}`,
        trace: run.trace,
      });
    }
  }
  return deepFreeze({ ok: true, output: toJson(run.results.get(decisionId)), trace: run.trace });
};
