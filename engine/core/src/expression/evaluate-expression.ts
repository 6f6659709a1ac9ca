import type { Expression } from '@irisflow/bpmn';
import {
  evaluate,
  isKind,
  parseVariable,
  toDouble,
  toVariable,
  lostDigits,
  type ExactJson,
  type FeelContext,
  type FeelWarning,
} from '@irisflow/feel';
import type { ElementInstanceKey } from '@irisflow/protocol';
import { IncidentError } from '../desk/failure.ts';
import type { Run } from '../run/behavior.ts';
import { findVariable } from '../variables/read-variables.ts';

/** A JSON value as an expression sees or gives it; `jsonText` writes it. */
export type Value = ExactJson;

export interface Evaluated {
  readonly value: Value;
  /** Why the value may be null, for people who read incidents. */
  readonly warnings: readonly FeelWarning[];
}

/** Characters of a variable that are read in the time of one step of FEEL. */
const charactersPerStep = 16;

/** What an expression sees from a scope; `extra` names hide variables. What it costs is charged to the command. */
export const contextOf = (
  run: Run,
  scopeKey: ElementInstanceKey | null,
  extra?: ReadonlyMap<string, unknown>,
): FeelContext => ({
  now: run.desk.now,
  random: run.desk.random,
  variable(name) {
    if (extra?.has(name) === true) return extra.get(name);
    const variable = scopeKey === null ? undefined : findVariable(run.tree, scopeKey, name);
    if (variable === undefined) return undefined;
    run.spent += variable.value.length / charactersPerStep;
    return parseVariable(variable.value);
  },
  onSpent(steps) {
    run.spent += steps;
  },
});

/** The JSON value of an expression. Throws an EXTRACT_VALUE_ERROR incident when it cannot be evaluated. */
export const evaluateExpression = (expression: Expression, context: FeelContext): Evaluated => {
  if (expression.kind === 'literal') return { value: expression.text, warnings: [] };
  const result = evaluate(expression.feel, context);
  if (!result.ok) {
    throw new IncidentError(
      'EXTRACT_VALUE_ERROR',
      `Expected to evaluate the expression '${expression.source}', but it has no value. ${result.error.message}`,
    );
  }
  const lost = lostDigits(result.value);
  if (lost !== null)
    throw new IncidentError('EXTRACT_VALUE_ERROR', `${lost.message} Expression: '${expression.source}'.`, [lost]);
  return { value: toVariable(result.value), warnings: result.warnings };
};

/** The name that error messages give to the type of a JSON value. */
export const typeName = (value: Value | undefined): string => {
  if (value === null || value === undefined) return 'NULL';
  if (isKind(value, 'number')) return 'NUMBER';
  if (Array.isArray(value)) return 'ARRAY';
  return typeof value === 'object' ? 'OBJECT' : typeof value === 'boolean' ? 'BOOLEAN' : 'STRING';
};

/** After so many reasons a message is not read to its end. */
const MAX_REASONS = 3;

const reasonOf = ({ offset, message }: FeelWarning): string =>
  offset === null ? message : `At character ${offset + 1}: ${message}`;

/** The incident of an expression whose value has the wrong type. */
export const wrongType = (expression: Expression, expected: string, evaluated: Evaluated): IncidentError => {
  const source = expression.kind === 'literal' ? expression.text : expression.source;
  const found = `Expected the result of the expression '${source}' to be '${expected}', but it was '${typeName(evaluated.value)}'.`;
  const warnings = evaluated.warnings.slice(0, MAX_REASONS);
  return new IncidentError('EXTRACT_VALUE_ERROR', [found, ...warnings.map(reasonOf)].join(' '), warnings);
};

export const evaluateText = (expression: Expression, context: FeelContext): string => {
  const evaluated = evaluateExpression(expression, context);
  if (typeof evaluated.value === 'string') return evaluated.value;
  throw wrongType(expression, 'STRING', evaluated);
};

export const evaluateBoolean = (expression: Expression, context: FeelContext): boolean => {
  const evaluated = evaluateExpression(expression, context);
  if (typeof evaluated.value === 'boolean') return evaluated.value;
  throw wrongType(expression, 'BOOLEAN', evaluated);
};

/** A whole number; literal texts are read as numbers too. */
export const evaluateInteger = (expression: Expression, context: FeelContext): number => {
  const evaluated = evaluateExpression(expression, context);
  const number = expression.kind === 'literal' ? Number(evaluated.value) : evaluated.value;
  if (isKind(number, 'number')) return Math.trunc(toDouble(number));
  throw wrongType(expression, 'NUMBER', evaluated);
};

export const evaluateList = (expression: Expression, context: FeelContext): readonly Value[] => {
  const evaluated = evaluateExpression(expression, context);
  if (Array.isArray(evaluated.value)) return evaluated.value;
  throw wrongType(expression, 'ARRAY', evaluated);
};

/** A list of texts; a literal is a comma-separated list. Null is none. */
export const evaluateTexts = (expression: Expression, context: FeelContext): readonly string[] =>
  textsOf(expression, evaluateExpression(expression, context));

/** A list of texts; none without an expression, or when it gives null. */
export const evaluateOptionalTexts = (expression: Expression | null, context: FeelContext): readonly string[] => {
  if (expression === null) return [];
  const evaluated = evaluateExpression(expression, context);
  return evaluated.value === null ? [] : textsOf(expression, evaluated);
};

const textsOf = (expression: Expression, evaluated: Evaluated): readonly string[] => {
  if (expression.kind === 'literal') {
    return expression.text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  const { value } = evaluated;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw wrongType(expression, 'ARRAY of STRING', evaluated);
};

/** A text, or null when the expression gives null or an empty text. */
export const evaluateOptionalText = (expression: Expression | null, context: FeelContext): string | null => {
  if (expression === null) return null;
  const evaluated = evaluateExpression(expression, context);
  if (evaluated.value === null || evaluated.value === '') return null;
  if (typeof evaluated.value === 'string') return evaluated.value;
  throw wrongType(expression, 'STRING', evaluated);
};
