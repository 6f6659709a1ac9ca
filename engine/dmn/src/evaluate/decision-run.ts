import { type FeelFunction, coerceJson, feelFunction, feelLimits, isTooLarge } from '@irisflow/feel';
import type {
  BusinessKnowledgeModel,
  Decision,
  DecisionLogic,
  DecisionRequirements,
  DecisionService,
  ImportedModel,
  InputValue,
} from '../requirements.ts';
import { type DecisionType, type EvaluatedDecision, traced } from './decision-result.ts';
import { borrowing, evaluateLogic, toFunction } from './evaluate-logic.ts';
import type { TableTrace } from './evaluate-table.ts';
import {
  DecisionFailure,
  type Evaluation,
  type Lookup,
  addWarnings,
  conform,
  contextOf,
  settle,
  withEntries,
} from './evaluation.ts';
import { evaluationOrder } from './evaluation-order.ts';

const types: { readonly [Kind in DecisionLogic['kind']]: DecisionType } = {
  'decision-table': 'DECISION_TABLE',
  'literal-expression': 'LITERAL_EXPRESSION',
  context: 'CONTEXT',
  invocation: 'INVOCATION',
  list: 'LIST',
  relation: 'RELATION',
  function: 'FUNCTION',
  conditional: 'CONDITIONAL',
  iteration: 'ITERATION',
};

/** The state while decisions of one file are evaluated for one set of values. */
export interface DecisionRun {
  readonly requirements: DecisionRequirements;
  readonly evaluation: Evaluation;
  readonly variable: Lookup;
  /** Results by decision id. */
  readonly results: Map<string, unknown>;
  /** Functions made so far, by id of their model or service. */
  readonly functions: Map<string, FeelFunction>;
  /** The same for the files that are imported, shared by all of them. */
  readonly imported: Map<DecisionRequirements, DecisionRun>;
  readonly trace: EvaluatedDecision[];
}

/** Something that other elements name. */
type Nameable = Pick<Decision | BusinessKnowledgeModel | DecisionService | InputValue, 'id' | 'name' | 'variable'>;

/** A result can be named by id, by name and by variable; the id is what a cluster of our kind goes by. */
const addNames = <Value>(entries: Map<string, Value>, { id, name, variable }: Nameable, value: Value): void => {
  for (const key of [variable, name, id]) entries.set(key, value);
};

type Callable = BusinessKnowledgeModel | DecisionService;

const isModel = (callable: Callable): callable is BusinessKnowledgeModel => 'logic' in callable;

/** Functions come into being when they are first named: a chain of thousands costs nothing until it is called. */
const functionOf = (run: DecisionRun, callable: Callable): FeelFunction => {
  const known = run.functions.get(callable.id);
  if (known !== undefined) return known;
  const made = isModel(callable)
    ? toFunction(run.evaluation, callable.logic, knowledgeLookup(run, callable.requiredKnowledge))
    : serviceFunction(run, callable);
  run.functions.set(callable.id, made);
  return made;
};

const knowledgeLookup = (run: DecisionRun, required: readonly string[]): Lookup => {
  if (required.length === 0) return run.variable;
  const { knowledge, services } = run.requirements;
  const callables = new Map<string, Callable>();
  for (const each of [...knowledge, ...services]) if (required.includes(each.id)) addNames(callables, each, each);
  const outside = withEntries(importedValues(run, required), run.variable);
  return (name) => {
    const callable = callables.get(name);
    return callable === undefined ? outside(name) : functionOf(run, callable);
  };
};

const runOf = (run: DecisionRun, { requirements }: ImportedModel): DecisionRun => {
  const known = run.imported.get(requirements);
  if (known !== undefined) return known;
  const made = { ...run, requirements, results: new Map(), functions: new Map() };
  run.imported.set(requirements, made);
  return made;
};

/** What is required of other files, as one context a file: `other file.amount`. */
const importedValues = (run: DecisionRun, required: readonly string[]): ReadonlyMap<string, unknown> => {
  const values = new Map<string, unknown>();
  for (const model of run.requirements.imports) {
    const prefix = `${model.requirements.namespace}#`;
    const ids = required.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
    if (ids.length > 0) values.set(model.name, valuesIn(runOf(run, model), ids));
  }
  return values;
};

/** Results, inputs and functions of a file, by their names. */
const valuesIn = (run: DecisionRun, ids: readonly string[]): unknown => {
  const { decisions, inputs, knowledge, services } = run.requirements;
  const entries = new Map<string, unknown>();
  for (const each of findById(decisions, ids)) addNames(entries, each, runDecision(run, each.id));
  for (const each of findById(inputs, ids)) addNames(entries, each, inputValue(run, each) ?? null);
  for (const each of findById([...knowledge, ...services], ids)) addNames(entries, each, functionOf(run, each));
  return Object.fromEntries(entries);
};

/** A value from outside under an input with a type; undefined when nobody gave one. */
const inputValue = (run: DecisionRun, { name, variable, type }: InputValue): unknown => {
  const given = run.variable(variable) ?? run.variable(name);
  if (given === undefined || given === null) return given;
  const { evaluation } = run;
  return settle(evaluation, coerceJson(given, type, contextOf(evaluation, run.variable)), `the input "${name}"`);
};

const lookupOf = (run: DecisionRun, decision: Decision): Lookup => {
  const { decisions, inputs } = run.requirements;
  const entries = new Map<string, unknown>();
  for (const input of inputs) {
    if (input.type.kind === 'any' || !decision.requiredInputs.includes(input.id)) continue;
    const value = inputValue(run, input);
    if (value !== undefined) addNames(entries, input, value);
  }
  for (const each of decisions) {
    if (decision.requiredDecisions.includes(each.id)) addNames(entries, each, run.results.get(each.id) ?? null);
  }
  const { requiredDecisions, requiredInputs, requiredKnowledge } = decision;
  const required = [...requiredDecisions, ...requiredInputs, ...requiredKnowledge];
  for (const [name, value] of importedValues(run, required)) entries.set(name, value);
  return withEntries(entries, knowledgeLookup(run, requiredKnowledge));
};

const note = (run: DecisionRun, decision: Decision, noted: TableTrace & { output: unknown }): void => {
  const { value, text } = traced(noted.output);
  run.trace.push({
    decisionId: decision.id,
    decisionName: decision.name,
    type: types[decision.logic.kind],
    inputs: noted.inputs,
    matchedRules: noted.matchedRules,
    output: value,
    ...(text === undefined ? {} : { outputText: text }),
    warnings: run.evaluation.warnings.splice(0),
  });
};

/** Tells which decision failed beside why; see `DecisionFailure`. */
export class FailedDecision extends DecisionFailure {
  readonly decision: Decision;

  constructor(decision: Decision, reason: string) {
    super(`${decision.name}: ${reason}`);
    this.decision = decision;
  }
}

/** Answers the value if it can be written down: boxed contexts can hold each other's values many times over. */
const bounded = (value: unknown): unknown => {
  if (isTooLarge(value)) {
    throw new DecisionFailure(`Expected a result of at most ${feelLimits.result} characters, but it has more.`);
  }
  return value;
};

/** Evaluates one decision whose requirements are done. */
const evaluateOne = (run: DecisionRun, decision: Decision): void => {
  const trace: TableTrace = { inputs: [], matchedRules: [] };
  let output: unknown = null;
  try {
    const value = evaluateLogic(run.evaluation, decision.logic, { lookup: lookupOf(run, decision), trace });
    output = bounded(conform(run.evaluation, value, { type: decision.type, where: 'the result' }));
    run.results.set(decision.id, output);
  } catch (error) {
    if (error instanceof DecisionFailure && !(error instanceof FailedDecision)) {
      throw new FailedDecision(decision, error.message);
    }
    throw error;
  } finally {
    note(run, decision, { ...trace, output });
  }
};

/** Evaluates a decision after everything it requires, each once; throws `FailedDecision`. */
export const runDecision = (run: DecisionRun, decisionId: string): unknown => {
  for (const decision of evaluationOrder(run.requirements, decisionId, (id) => run.results.has(id))) {
    evaluateOne(run, decision);
  }
  return run.results.get(decisionId) ?? null;
};

const findById = <Element extends { readonly id: string }>(elements: readonly Element[], ids: readonly string[]) =>
  ids.flatMap((id) => elements.filter((element) => element.id === id));

/** Results of the output decisions, for values of the input decisions and variables. */
const outputsOf = (run: DecisionRun, { outputDecisions }: DecisionService): unknown => {
  const outputs = findById(run.requirements.decisions, outputDecisions);
  const values = outputs.map(({ id, variable }) => [variable, runDecision(run, id)] as const);
  const [only] = values;
  return values.length === 1 && only !== undefined ? only[1] : Object.fromEntries(values);
};

const resultTypeOf = ({ type }: DecisionService) => (type.kind === 'function' ? type.result : type);

/** Evaluates a decision service for variables that hold its inputs; throws `FailedDecision`. */
export const runService = (run: DecisionRun, service: DecisionService): unknown => {
  for (const { id, name, variable, type } of findById(run.requirements.decisions, service.inputDecisions)) {
    const given = run.variable(variable) ?? run.variable(name) ?? null;
    const { evaluation } = run;
    const value = settle(evaluation, coerceJson(given, type, contextOf(evaluation, run.variable)), `"${name}"`);
    run.results.set(id, value);
  }
  return conform(run.evaluation, outputsOf(run, service), { type: resultTypeOf(service), where: 'the service' });
};

/** A service as a function of its inputs and input decisions; what it evaluates is not told decision by decision. */
const serviceFunction = (outer: DecisionRun, service: DecisionService): FeelFunction => {
  const { decisions, inputs } = outer.requirements;
  const parameters = [...findById(inputs, service.inputs), ...findById(decisions, service.inputDecisions)];
  return feelFunction(
    parameters.map(({ variable, type }) => ({ name: variable, type })),
    (args, runtime) =>
      borrowing(outer.evaluation, runtime, (evaluation) => {
        const given = new Map(parameters.map(({ variable }, index) => [variable, args[index] ?? null] as const));
        const variable = withEntries(given, outer.variable);
        const trace: EvaluatedDecision[] = [];
        const run = {
          ...outer,
          evaluation,
          variable,
          results: new Map(),
          functions: new Map(),
          imported: new Map(),
          trace,
        };
        try {
          return runService(run, service);
        } finally {
          for (const { warnings } of trace) addWarnings(evaluation, warnings);
        }
      }),
    resultTypeOf(service),
  );
};
