import type { Evaluate } from '../runtime.ts';
import { childAt, childrenOf, refuseNode, textOf } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { comparisonOf, ordered } from './comparisons.ts';
import { compileIn } from './unary-tests.ts';

const compileBetween = (compiler: Compiler, [value, low, high]: readonly [Evaluate, Evaluate, Evaluate]): Evaluate => {
  const atLeast = ordered((order) => order >= 0);
  const atMost = ordered((order) => order <= 0);
  compiler.nodes += 1;
  return (runtime, scope) => {
    const tested = value(runtime, scope);
    const aboveLow = atLeast(runtime, tested, low(runtime, scope));
    if (aboveLow === false) return false;
    const belowHigh = atMost(runtime, tested, high(runtime, scope));
    return belowHigh === false ? false : aboveLow && belowHigh;
  };
};

/** `a < b`, `a between 1 and 5`, `a in (1, > 5)` */
export const compileComparison: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const operator = textOf(compiler, childAt(children, 1, node));
  if (operator === 'in') return compileIn(compiler, node);
  const left = compiler.compile(childAt(children, 0, node));
  const right = compiler.compile(childAt(children, 2, node));
  if (operator === 'between') {
    return compileBetween(compiler, [left, right, compiler.compile(childAt(children, 4, node))]);
  }
  const run = comparisonOf(operator) ?? refuseNode(node, 'TEXT_INVALID', { found: operator });
  const at = node.from;
  return (runtime, scope) => {
    const a = left(runtime, scope);
    const b = right(runtime, scope);
    runtime.at = at;
    return run(runtime, a, b);
  };
};
