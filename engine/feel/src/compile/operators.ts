import type { SyntaxNode } from '@lezer/common';

import { boundedString, charge } from '../runtime.ts';
import type { Evaluate, Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { negate as negateNumber } from '../numbers/arithmetic.ts';
import type { NumberOperator } from '../numbers/arithmetic.ts';
import { addDoubles, divideDoubles, multiplyDoubles, powerDoubles, subtractDoubles } from '../numbers/double.ts';
import { calculate } from '../values/arithmetic.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { daysDuration, monthsDuration } from '../values/temporal.ts';
import { childAt, childrenOf, refuseNode, textOf } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';

/** What doubles can do alone; NaN where they would lose a digit. */
const quick: Readonly<Record<NumberOperator, (a: number, b: number) => number>> = {
  '+': addDoubles,
  '-': subtractDoubles,
  '*': multiplyDoubles,
  '/': divideDoubles,
  '**': powerDoubles,
};

const isOperator = (text: string): text is NumberOperator => Object.hasOwn(quick, text);

const explain = (runtime: Runtime, operator: NumberOperator, [a, b]: readonly [unknown, unknown]): null =>
  warn(runtime, 'OPERANDS_WRONG', { operator, left: kindOf(a), right: kindOf(b) });

/** Dates, durations and numbers that no double says take microseconds where doubles take nanoseconds. */
const SLOW_STEPS = 10;

const general = (runtime: Runtime, operator: NumberOperator, operands: readonly [unknown, unknown]): unknown => {
  charge(runtime, SLOW_STEPS);
  const result = calculate(operator, operands[0], operands[1]);
  if (typeof result === 'string') return boundedString(runtime, result);
  if (result === undefined) return explain(runtime, operator, operands);
  return result ?? warn(runtime, 'RESULT_MISSING', { operator });
};

interface Step {
  readonly operator: NumberOperator;
  readonly operand: Evaluate;
  /** Offset of the operator. */
  readonly at: number;
}

const binary = ({ operator, operand: right, at }: Step, left: Evaluate): Evaluate => {
  const run = quick[operator];
  return (runtime, scope) => {
    const a = left(runtime, scope);
    const b = right(runtime, scope);
    if (typeof a === 'number' && typeof b === 'number') {
      const result = run(a, b);
      if (!Number.isNaN(result)) return result;
    }
    runtime.at = at;
    return general(runtime, operator, [a, b]);
  };
};

const negate = (runtime: Runtime, value: unknown): unknown => {
  if (isKind(value, 'number')) return negateNumber(value);
  if (isKind(value, 'days and time duration')) return daysDuration(-value.seconds);
  if (isKind(value, 'years and months duration')) return monthsDuration(-value.months);
  return warn(runtime, 'NEGATION_WRONG', { found: kindOf(value) });
};

const operatorOf = (compiler: Compiler, node: SyntaxNode): NumberOperator => {
  const text = textOf(compiler, node).trim();
  return isOperator(text) ? text : refuseNode(node, 'TEXT_INVALID', { found: text });
};

/** Operands and operators of `a + b - c`, which the parser nests to the left, without recursion. */
const leftSpine = (node: SyntaxNode, kind: string): { first: SyntaxNode; rest: [SyntaxNode, SyntaxNode][] } => {
  const rest: [SyntaxNode, SyntaxNode][] = [];
  let first = node;
  while (first.name === kind) {
    const children = childrenOf(first);
    if (children.length !== 3) break;
    rest.push([childAt(children, 1, first), childAt(children, 2, first)]);
    first = childAt(children, 0, first);
  }
  return { first, rest: rest.toReversed() };
};

const apply = (runtime: Runtime, { operator, at }: Step, [a, b]: readonly [unknown, unknown]): unknown => {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = quick[operator](a, b);
    if (!Number.isNaN(result)) return result;
  }
  runtime.at = at;
  return general(runtime, operator, [a, b]);
};

const chain =
  (first: Evaluate, steps: readonly Step[]): Evaluate =>
  (runtime, scope) => {
    let value = first(runtime, scope);
    for (const step of steps) value = apply(runtime, step, [value, step.operand(runtime, scope)]);
    return value;
  };

/** `a + b`, `a * b`, `-a` */
export const compileArithmetic: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  if (children.length === 2) {
    const operand = compiler.compile(childAt(children, 1, node));
    const at = node.from;
    return (runtime, scope) => {
      const value = operand(runtime, scope);
      runtime.at = at;
      return negate(runtime, value);
    };
  }
  const { first, rest } = leftSpine(node, node.name);
  compiler.nodes += rest.length;
  const start = compiler.compile(first);
  const steps = rest.map(([operator, operand]) => ({
    operator: operatorOf(compiler, operator),
    operand: compiler.compile(operand),
    at: operator.from,
  }));
  const [only] = steps;
  return steps.length === 1 && only !== undefined ? binary(only, start) : chain(start, steps);
};

/** Three-valued logic: `decisive` ends at once, anything but the two booleans makes the result null. */
const logic = (operands: readonly Evaluate[], decisive: boolean): Evaluate => {
  const [left, right] = operands;
  if (operands.length === 2 && left !== undefined && right !== undefined) {
    return (runtime, scope) => {
      const a = left(runtime, scope);
      if (a === decisive) return decisive;
      const b = right(runtime, scope);
      if (b === decisive) return decisive;
      return typeof a === 'boolean' && typeof b === 'boolean' ? !decisive : null;
    };
  }
  return (runtime, scope) => {
    let result: boolean | null = !decisive;
    for (const operand of operands) {
      const value = operand(runtime, scope);
      if (value === decisive) return decisive;
      if (typeof value !== 'boolean') result = null;
    }
    return result;
  };
};

const compileLogic =
  (decisive: boolean): CompileNode =>
  (compiler, node) => {
    const { first, rest } = leftSpine(node, node.name);
    compiler.nodes += rest.length;
    return logic([first, ...rest.map(([, operand]) => operand)].map(compiler.compile), decisive);
  };

/** `a and b` */
export const compileConjunction: CompileNode = compileLogic(false);

/** `a or b` */
export const compileDisjunction: CompileNode = compileLogic(true);
