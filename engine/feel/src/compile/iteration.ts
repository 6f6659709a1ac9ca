import type { SyntaxNode } from '@lezer/common';

import { boundedList, charge } from '../runtime.ts';
import type { Evaluate, Runtime, Scope } from '../runtime.ts';
import { toDouble } from '../numbers/arithmetic.ts';
import { warn } from '../warnings.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { sequenceBetween, sequenceOf } from '../values/sequence.ts';
import type { Sequence } from '../values/sequence.ts';
import { childAt, childNamed, childrenOf, nameScope, priced, within } from './compiler.ts';
import type { CompileNode, Compiler, NameScope } from './compiler.ts';
import { nameOf } from './names.ts';

type Source = (runtime: Runtime, scope: Scope) => Sequence | null;

const notIterable = (runtime: Runtime, value: unknown, at: number): null => {
  runtime.at = at;
  return warn(runtime, 'ITERATION_WRONG', { found: kindOf(value) });
};

const compileSource = (compiler: Compiler, node: SyntaxNode): Source => {
  const children = childrenOf(node);
  const first = compiler.compile(childAt(children, 0, node));
  if (children.length === 1) {
    return (runtime, scope) => {
      const value = first(runtime, scope);
      return sequenceOf(value) ?? notIterable(runtime, value, node.from);
    };
  }
  const last = compiler.compile(childAt(children, 2, node));
  return (runtime, scope) => {
    const start = first(runtime, scope);
    return sequenceBetween(start, last(runtime, scope)) ?? notIterable(runtime, start, node.from);
  };
};

/** Compiles `x in xs, y in ys`; each source sees the names before it. */
const compileSources = (compiler: Compiler, node: SyntaxNode, names: NameScope): Source[] =>
  childNamed(node, 'InExpressions')
    .getChildren('InExpression')
    .map((each) => {
      const source = compileSource(compiler, childNamed(each, 'IterationContext'));
      names.names.push(nameOf(compiler, childNamed(each, 'Name')));
      return source;
    });

/** What happens for every combination; answering false ends the iteration. */
type Visit = (scope: Scope) => boolean;

interface Walk {
  readonly runtime: Runtime;
  readonly sources: readonly Source[];
  readonly cost: number;
  readonly visit: Visit;
}

/** Visits all combinations; answers false when there was nothing to iterate over. */
const walk = (state: Walk, outside: Scope | null, bound: readonly unknown[]): boolean => {
  const source = state.sources[bound.length];
  if (source === undefined) return state.visit({ parent: outside, values: [...bound] });
  const sequence = source(state.runtime, { parent: outside, values: [...bound] });
  if (sequence === null) return false;
  for (let index = 0; index < sequence.length; index += 1) {
    charge(state.runtime, state.cost);
    if (!walk(state, outside, [...bound, sequence.at(index)])) return false;
  }
  return true;
};

const PARTIAL = 'partial';

/** `for x in xs return x + 1`; `partial` is the list of the results so far. */
export const compileFor: CompileNode = (compiler, node) => {
  const names = nameScope();
  const { sources, body, cost } = within(compiler, names, () => {
    const sources = compileSources(compiler, node, names);
    names.names.push(PARTIAL);
    const [body, cost] = priced(compiler, () => compiler.compile(childAt(childrenOf(node), 3, node)));
    return { sources, body, cost };
  });
  const needsPartial = names.used.has(PARTIAL);
  return (runtime, scope) => {
    const results: unknown[] = [];
    const visit: Visit = (inner) => {
      if (needsPartial) {
        // A copy: the body may keep it, and a list that contains itself would never end.
        charge(runtime, results.length);
        inner.values.push([...results]);
      }
      results.push(body(runtime, inner));
      boundedList(results);
      return true;
    };
    return walk({ runtime, sources, cost, visit }, scope, []) ? results : null;
  };
};

/** `some x in xs satisfies x > 1`, `every ...`: three-valued like `or` and `and`. */
export const compileQuantified: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const decisive = childAt(children, 0, node).name === 'some';
  const names = nameScope();
  const { sources, body, cost } = within(compiler, names, () => {
    const sources = compileSources(compiler, node, names);
    const [body, cost] = priced(compiler, () => compiler.compile(childAt(children, 3, node)));
    return { sources, body, cost };
  });
  return (runtime, scope) => quantify({ runtime, sources, cost, body }, scope, decisive);
};

const quantify = (
  { runtime, sources, cost, body }: Omit<Walk, 'visit'> & { readonly body: Evaluate },
  scope: Scope | null,
  decisive: boolean,
): boolean | null => {
  let result: boolean | null = !decisive;
  const visit: Visit = (inner) => {
    const value = body(runtime, inner);
    if (value === decisive) result = decisive;
    else if (typeof value !== 'boolean') result = null;
    return result !== decisive;
  };
  const isComplete = walk({ runtime, sources, cost, visit }, scope, []);
  return isComplete || result === decisive ? result : null;
};

/** `if a then b else c`: whatever is not true takes the else. */
export const compileIf: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const condition = compiler.compile(childAt(children, 1, node));
  const then = compiler.compile(childAt(children, 3, node));
  const otherwise = compiler.compile(childAt(children, 5, node));
  return (runtime, scope) => (condition(runtime, scope) === true ? then(runtime, scope) : otherwise(runtime, scope));
};

const itemAt = (list: readonly unknown[], position: number): unknown =>
  list[position > 0 ? position - 1 : list.length + position] ?? null;

const asList = (value: unknown): readonly unknown[] => (isKind(value, 'list') ? value : [value]);

const filterList = (
  state: { runtime: Runtime; scope: Scope | null; cost: number; test: Evaluate },
  list: readonly unknown[],
) => {
  const { runtime, scope, cost, test } = state;
  const kept: unknown[] = [];
  for (const [index, item] of list.entries()) {
    charge(runtime, cost);
    const answer = test(runtime, { parent: scope, values: [item] });
    if (index === 0 && isKind(answer, 'number')) return itemAt(list, toDouble(answer));
    if (answer === true) kept.push(item);
  }
  return kept;
};

/** `xs[1]`, `xs[-1]`, `xs[item > 5]`, `xs[price > 5]` */
export const compileFilter: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const base = compiler.compile(childAt(children, 0, node));
  const [test, cost] = priced(compiler, () =>
    within(compiler, { kind: 'item' }, () => compiler.compile(childAt(children, 2, node))),
  );
  return (runtime, scope) => {
    const value = base(runtime, scope);
    if (value === null) return null;
    const list = asList(value);
    if (list.length > 0) return filterList({ runtime, scope, cost, test }, list);
    return isKind(test(runtime, { parent: scope, values: [null] }), 'number') ? null : [];
  };
};
