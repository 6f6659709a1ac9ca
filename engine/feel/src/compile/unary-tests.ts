import type { SyntaxNode } from '@lezer/common';

import { charge } from '../runtime.ts';
import type { Evaluate, Runtime } from '../runtime.ts';
import { equal } from '../values/equal.ts';
import { feelRange } from '../values/feel-range.ts';
import { inRange } from '../values/in-range.ts';
import { isKind } from '../values/kind-of.ts';
import { childAt, childNamed, childrenOf, nameScope, refuseNode, textOf, within } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { comparisonOf } from './comparisons.ts';
import { constant } from './literals.ts';
import { INPUT, resolveName } from './names.ts';

/** Whether a value satisfies a candidate that is a list, a range or a plain value. */
const matches = (runtime: Runtime, input: unknown, candidate: unknown): boolean | null => {
  charge(runtime, 1);
  if (isKind(candidate, 'range'))
    return isKind(input, 'range') ? equal(runtime, input, candidate) : inRange(input, candidate);
  if (!isKind(candidate, 'list')) return equal(runtime, input, candidate);
  if (isKind(input, 'list') && equal(runtime, input, candidate) === true) return true;
  return candidate.some((item) => matches(runtime, input, item) === true);
};

/** Nodes whose boolean result is the answer of the test rather than a value to compare with. */
const predicates: ReadonlySet<string> = new Set([
  'Comparison',
  'Conjunction',
  'Disjunction',
  'QuantifiedExpression',
  'InstanceOfExpression',
  'FunctionInvocation',
]);

const compileValueTest = (compiler: Compiler, node: SyntaxNode): Evaluate => {
  const scope = compiler.scopes.at(-1);
  const used = scope?.kind === 'names' ? scope.used : new Set<string>();
  used.delete(INPUT);
  const evaluate = compiler.compile(node);
  const isRange = node.name === 'SimplePositiveUnaryTest';
  const isAnswer = used.has(INPUT) || predicates.has(node.name);
  const input = resolveName(compiler, INPUT);
  return (runtime, inner) => {
    const candidate = evaluate(runtime, inner);
    const tested = input(runtime, inner);
    // A range with an unknown end is no value that an unknown input could equal.
    if (isRange && candidate === null) return null;
    if (
      typeof candidate === 'boolean' &&
      (isAnswer || (typeof tested !== 'boolean' && node.name !== 'BooleanLiteral'))
    ) {
      return candidate;
    }
    return matches(runtime, tested, candidate);
  };
};

const compileOperatorTest = (compiler: Compiler, node: SyntaxNode): Evaluate => {
  const children = childrenOf(node);
  const operator = textOf(compiler, childAt(children, 0, node));
  const run = comparisonOf(operator) ?? refuseNode(node, 'TEXT_INVALID', { found: operator });
  const input = resolveName(compiler, INPUT);
  const end = compiler.compile(childAt(children, 1, node));
  const at = node.from;
  return (runtime, scope) => {
    const value = end(runtime, scope);
    runtime.at = at;
    return run(runtime, input(runtime, scope), value);
  };
};

const isOperatorTest = (node: SyntaxNode): boolean =>
  node.name === 'SimplePositiveUnaryTest' && childrenOf(node)[0]?.name === 'CompareOp';

/** `(> 5)` is the test `> 5`. */
const unwrapped = (node: SyntaxNode): SyntaxNode => {
  const inner = node.name === 'PositiveUnaryTest' ? childAt(childrenOf(node), 0, node) : node;
  if (inner.name !== 'ParenthesizedExpression') return inner;
  const content = childAt(childrenOf(inner), 1, inner);
  return isOperatorTest(content) ? content : inner;
};

const compileTest = (compiler: Compiler, node: SyntaxNode): Evaluate => {
  const inner = unwrapped(node);
  return isOperatorTest(inner) ? compileOperatorTest(compiler, inner) : compileValueTest(compiler, inner);
};

/** One of the tests holds: true; none does: false; otherwise null. */
const anyOf = (tests: readonly Evaluate[]): Evaluate => {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return only;
  return (runtime, scope) => {
    let result: boolean | null = false;
    for (const test of tests) {
      const answer = test(runtime, scope);
      if (answer === true) return true;
      if (answer !== false) result = null;
    }
    return result;
  };
};

const compileTests = (compiler: Compiler, node: SyntaxNode): Evaluate => {
  const tests = node.name === 'PositiveUnaryTests' ? childrenOf(node) : [node];
  return anyOf(tests.map((test) => compileTest(compiler, test)));
};

/** `a in [1..5]`, `a in (1, > 5)` */
export const compileIn: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const input = compiler.compile(childAt(children, 0, node));
  const third = childAt(children, 2, node);
  const tests = third.name === '(' ? childAt(children, 3, node) : third;
  const test = within(compiler, nameScope(INPUT), () => compileTests(compiler, tests));
  return (runtime, scope) => test(runtime, { parent: scope, values: [input(runtime, scope)] });
};

const not =
  (test: Evaluate): Evaluate =>
  (runtime, scope) => {
    const answer = test(runtime, scope);
    return typeof answer === 'boolean' ? !answer : null;
  };

/** The whole text of a decision table's input entry: `-`, tests, or `not(tests)`; expects the input as `?`. */
export const compileUnaryTests: CompileNode = (compiler, node) => {
  const [first] = childrenOf(node);
  if (first === undefined) return refuseNode(node, 'TEXT_EMPTY');
  if (first.name === 'Wildcard') return constant(true);
  if (first.name !== 'not') return compileTests(compiler, first);
  return not(compileTests(compiler, childNamed(node, 'PositiveUnaryTests')));
};

const rangeOf = (operator: string, end: unknown) => {
  const isIncluded = operator !== '<' && operator !== '>';
  const closed = { startIncluded: isIncluded, endIncluded: isIncluded };
  switch (operator) {
    case '<':
    case '<=':
      return feelRange({ ...closed, startIncluded: false, start: null, end });
    case '>':
    case '>=':
      return feelRange({ ...closed, endIncluded: false, start: end, end: null });
    default:
      return feelRange({ ...closed, start: end, end, equality: operator === '=' ? '=' : '!=' });
  }
};

/** `[1..5]`, `> 5` or `(!=5)` where a value is expected: a range. */
export const compileRange: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const first = childAt(children, 0, node);
  if (first.name !== 'CompareOp') return compiler.compile(first);
  const operator = textOf(compiler, first);
  const end = compiler.compile(childAt(children, 1, node));
  return (runtime, scope) => rangeOf(operator, end(runtime, scope));
};
