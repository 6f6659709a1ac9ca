import type { SyntaxNode } from '@lezer/common';

import { charge } from '../runtime.ts';
import type { Evaluate, Runtime } from '../runtime.ts';
import { equal } from '../values/equal.ts';
import { feelRange } from '../values/feel-range.ts';
import { inRange } from '../values/in-range.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { warn } from '../warnings.ts';
import { childAt, childNamed, childrenOf, nameScope, refuseNode, textOf, within } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { comparisonOf } from './comparisons.ts';
import { constant } from './literals.ts';
import { INPUT, resolveName } from './names.ts';

/** Whether an input is a candidate, lies in it or is one of it; null when it cannot be told. */
const matches = (runtime: Runtime, input: unknown, candidate: unknown): boolean | null => {
  charge(runtime, 1);
  if (isKind(candidate, 'range'))
    return isKind(input, 'range') ? equal(runtime, input, candidate) : inRange(input, candidate);
  if (!isKind(candidate, 'list')) return equal(runtime, input, candidate);
  if (isKind(input, 'list') && equal(runtime, input, candidate) === true) return true;
  return matchesAny(runtime, input, candidate);
};

/** A value that no item is comparable with is none of them; an unknown one may lie in any range. */
const matchesAny = (runtime: Runtime, input: unknown, candidates: readonly unknown[]): boolean | null => {
  let isUnknown = false;
  for (const candidate of candidates) {
    const answer = matches(runtime, input, candidate);
    if (answer === true) return true;
    isUnknown ||= answer === null && input === null;
  }
  return isUnknown ? null : false;
};

/** The answer of an expression about the input: only true and false are any, whatever else it may equal. */
const answerOf = (runtime: Runtime, value: unknown): boolean | null => {
  if (typeof value === 'boolean' || value === null) return value;
  return warn(runtime, 'TYPE_WRONG', { type: 'boolean', found: kindOf(value) });
};

/** Nodes whose boolean result is the answer of the test rather than a value to compare with. */
export const predicateNodes: ReadonlySet<string> = new Set([
  'Comparison',
  'Conjunction',
  'Disjunction',
  'QuantifiedExpression',
  'InstanceOfExpression',
  'FunctionInvocation',
]);

interface ValueTest {
  /** A boolean is the answer, not a value to compare with. */
  readonly isPredicate: boolean;
  /** The author wrote the value down. */
  readonly isLiteral: boolean;
}

/** An input that is unknown is not told to be what an expression could not find out: only `null` asks for null. */
const comparing =
  ({ isPredicate, isLiteral }: ValueTest) =>
  (runtime: Runtime, input: unknown, candidate: unknown): boolean | null => {
    if (input === null && candidate === null) return isLiteral ? true : null;
    if (typeof candidate !== 'boolean' || isLiteral) return matches(runtime, input, candidate);
    if (isPredicate) return candidate;
    if (input === null) return null;
    return typeof input === 'boolean' ? input === candidate : candidate;
  };

const literals: ReadonlySet<string> = new Set(['null', 'BooleanLiteral']);

const isLiteral = (node: SyntaxNode): boolean => literals.has(withoutParentheses(node).name);

const withoutParentheses = (node: SyntaxNode): SyntaxNode => {
  let inner = node;
  while (inner.name === 'ParenthesizedExpression') inner = childAt(childrenOf(inner), 1, inner);
  return inner;
};

const compileValueTest = (compiler: Compiler, node: SyntaxNode): Evaluate => {
  const scope = compiler.scopes.at(-1);
  const used = scope?.kind === 'names' ? scope.used : new Set<string>();
  used.delete(INPUT);
  const evaluate = compiler.compile(node);
  if (used.has(INPUT)) return (runtime, inner) => answerOf(runtime, evaluate(runtime, inner));
  // A range with an unknown end is no value that an input could differ from.
  const isRange = node.name === 'SimplePositiveUnaryTest';
  const isPredicate = predicateNodes.has(withoutParentheses(node).name);
  const compareWith = comparing({ isPredicate, isLiteral: isLiteral(node) });
  const input = resolveName(compiler, INPUT);
  return (runtime, inner) => {
    const candidate = evaluate(runtime, inner);
    return isRange && candidate === null ? null : compareWith(runtime, input(runtime, inner), candidate);
  };
};

const compileOperatorTest = (compiler: Compiler, node: SyntaxNode): Evaluate => {
  const children = childrenOf(node);
  const operator = textOf(compiler, childAt(children, 0, node));
  const run = comparisonOf(operator) ?? refuseNode(node, 'TEXT_INVALID', { found: operator });
  const input = resolveName(compiler, INPUT);
  const endNode = childAt(children, 1, node);
  const end = compiler.compile(endNode);
  const asksForNull = isLiteral(endNode);
  const at = node.from;
  return (runtime, scope) => {
    const value = end(runtime, scope);
    const tested = input(runtime, scope);
    if (tested === null && value === null && !asksForNull) return null;
    runtime.at = at;
    return run(runtime, tested, value);
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
