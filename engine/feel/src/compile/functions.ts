import type { SyntaxNode } from '@lezer/common';

import { callBuiltin, callBuiltinByName } from '../builtins/builtin.ts';
import type { Builtin } from '../builtins/builtin.ts';
import { builtinNamed } from '../builtins/registry.ts';
import { charge, warn } from '../runtime.ts';
import type { Evaluate, Runtime, Scope } from '../runtime.ts';
import { callFunction } from '../values/call-function.ts';
import { feelFunction } from '../values/feel-function.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { patternOf } from '../values/pattern.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../values/parse-temporal.ts';
import type { FeelTemporal } from '../values/temporal.ts';
import { childAt, childNamed, childrenOf, nameScope, priced, refuseNode, textOf, within } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { constant, stringOf } from './literals.ts';
import { isBound, nameOf, resolveName } from './names.ts';

/** `function(x, y) x + y`; code outside FEEL is refused. */
export const compileFunctionDefinition: CompileNode = (compiler, node) => {
  if (node.getChild('external') !== null) {
    return refuseNode(node, 'Expected a function written in FEEL, but external functions are not supported.');
  }
  const parameters = (node.getChild('FormalParameters')?.getChildren('FormalParameter') ?? []).map((parameter) =>
    nameOf(compiler, childNamed(parameter, 'ParameterName')),
  );
  const bodyNode = childAt(childrenOf(childNamed(node, 'FunctionBody')), 0, node);
  const [body, cost] = priced(compiler, () =>
    within(compiler, nameScope(...parameters), () => compiler.compile(bodyNode)),
  );
  return (_, scope) =>
    feelFunction(parameters, (args, runtime) => {
      charge(runtime, cost);
      return body(runtime, { parent: scope, values: [...args] });
    });
};

interface Arguments {
  readonly positional: readonly Evaluate[];
  /** Null when the arguments are positional. */
  readonly named: readonly (readonly [string, Evaluate])[] | null;
}

const compileArguments = (compiler: Compiler, node: SyntaxNode): Arguments => {
  const named = node.getChild('NamedParameters');
  if (named !== null) {
    const pairs = named.getChildren('NamedParameter').map((each) => {
      const children = childrenOf(each);
      return [nameOf(compiler, childAt(children, 0, each)), compiler.compile(childAt(children, 1, each))] as const;
    });
    return { positional: [], named: pairs };
  }
  const positional = node.getChild('PositionalParameters');
  return { positional: positional === null ? [] : childrenOf(positional).map(compiler.compile), named: null };
};

const evaluateNamed = (runtime: Runtime, scope: Scope | null, pairs: NonNullable<Arguments['named']>) =>
  new Map(pairs.map(([name, evaluate]) => [name, evaluate(runtime, scope)] as const));

const compileBuiltinCall = (name: string, builtin: Builtin, { positional, named }: Arguments): Evaluate => {
  if (named !== null) {
    return (runtime, scope) => callBuiltinByName(runtime, name, builtin, evaluateNamed(runtime, scope, named));
  }
  return (runtime, scope) => {
    const args = positional.map((argument) => argument(runtime, scope));
    return callBuiltin(runtime, name, builtin, args);
  };
};

const compileValueCall = (label: string, target: Evaluate, { positional, named }: Arguments): Evaluate => {
  return (runtime, scope) => {
    const value = target(runtime, scope);
    if (!isKind(value, 'function')) {
      const message = `Expected "${label}" to be a function, but found ${kindOf(value)}.`;
      return warn(runtime, 'NO_FUNCTION_FOUND', message);
    }
    if (named === null)
      return callFunction(
        runtime,
        value,
        positional.map((argument) => argument(runtime, scope)),
      );
    const given = evaluateNamed(runtime, scope, named);
    const hasAll = given.size === value.parameters.length && value.parameters.every((name) => given.has(name));
    return callFunction(runtime, value, hasAll ? value.parameters.map((name) => given.get(name)) : []);
  };
};

const literalReaders: Readonly<Record<string, (text: string) => FeelTemporal | null>> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
};

/** `date("2024-02-29")` is known before it is evaluated; reading it each time would cost a hundred times as much. */
const compileTemporalCall = (compiler: Compiler, name: string, node: SyntaxNode): Evaluate | null => {
  const read = Object.hasOwn(literalReaders, name) ? literalReaders[name] : undefined;
  const positional = node.getChild('PositionalParameters');
  const [argument, ...more] = positional === null ? [] : childrenOf(positional);
  if (read === undefined || argument?.name !== 'StringLiteral' || more.length > 0) return null;
  const value = read(stringOf(compiler, argument));
  return value === null ? null : constant(value);
};

const withPatterns: ReadonlySet<string> = new Set(['matches', 'replace', 'split', 'extract']);

/** A literal pattern that can never match is a mistake to tell the author, not a null for the clerk. */
const refuseLiteralPattern = (compiler: Compiler, name: string, node: SyntaxNode): void => {
  const positional = withPatterns.has(name) ? node.getChild('PositionalParameters') : null;
  const pattern = positional === null ? undefined : childrenOf(positional)[1];
  if (pattern?.name !== 'StringLiteral' || patternOf(stringOf(compiler, pattern), '') !== null) return;
  const found = stringOf(compiler, pattern);
  refuseNode(pattern, `Expected a regular expression without look-around or back-references, but found "${found}".`);
};

/** `sum(1, 2)`, `substring(string: "abc", start position: 2)`, `callback(x)` */
export const compileInvocation: CompileNode = (compiler, node) => {
  const callee = childAt(childrenOf(node), 0, node);
  const args = compileArguments(compiler, node);
  const label = textOf(compiler, callee).replace(/\s+/g, ' ');
  if (callee.name !== 'VariableName') return compileValueCall(label, compiler.compile(callee), args);
  const name = nameOf(compiler, callee);
  const builtin = isBound(compiler, name) ? undefined : builtinNamed(name);
  if (builtin !== undefined) refuseLiteralPattern(compiler, name, node);
  return builtin === undefined
    ? compileValueCall(name, resolveName(compiler, name), args)
    : (compileTemporalCall(compiler, name, node) ?? compileBuiltinCall(name, builtin, args));
};

/** `date("2024-02-29")`, `duration(x)` and, without parentheses, `@"2024-02-29"`. */
export const compileDateTimeLiteral: CompileNode = (compiler, node) => {
  const first = childAt(childrenOf(node), 0, node);
  if (first.name === 'AtLiteral') return compiler.compile(first);
  const name = nameOf(compiler, first);
  const builtin = builtinNamed(name) ?? refuseNode(node, `Expected a function, but there is no "${name}".`);
  const literal = compileTemporalCall(compiler, name, node);
  return literal ?? compileBuiltinCall(name, builtin, compileArguments(compiler, node));
};
