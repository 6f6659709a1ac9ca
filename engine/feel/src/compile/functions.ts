import type { SyntaxNode } from '@lezer/common';

import { callBuiltin, callBuiltinByName, inOrder } from '../builtins/builtin.ts';
import type { Builtin } from '../builtins/builtin.ts';
import { builtinNamed } from '../builtins/registry.ts';
import { charge } from '../runtime.ts';
import type { Evaluate, Runtime, Scope } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { callFunction } from '../values/call-function.ts';
import { feelFunction } from '../values/feel-function.ts';
import { anyType } from '../values/feel-type.ts';
import type { FeelType } from '../values/feel-type.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { patternOf } from '../values/pattern.ts';
import { parseDate, parseDateTime, parseDuration, parseTime } from '../values/parse-temporal.ts';
import type { FeelTemporal } from '../values/temporal.ts';
import { areFlags } from '../values/translate-pattern.ts';
import { childAt, childNamed, childrenOf, nameScope, priced, refuseNode, textOf, within } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { constant, stringOf } from './literals.ts';
import { isBound, nameOf, resolveName } from './names.ts';
import { compileType } from './types.ts';

const compileParameters = (compiler: Compiler, node: SyntaxNode): { name: string; type: FeelType }[] =>
  (node.getChild('FormalParameters')?.getChildren('FormalParameter') ?? []).map((parameter) => {
    const type = parameter.getChild('Type');
    return {
      name: nameOf(compiler, childNamed(parameter, 'ParameterName')),
      type: type === null ? anyType : compileType(compiler, type),
    };
  });

/** A function sees the variables of the place that defined it, wherever it is called. */
const withVariables = <Result>(runtime: Runtime, variable: Runtime['variable'], run: () => Result): Result => {
  const outside = runtime.variable;
  runtime.variable = variable;
  try {
    return run();
  } finally {
    runtime.variable = outside;
  }
};

/** `function(x, y) x + y`; code outside FEEL is refused. */
export const compileFunctionDefinition: CompileNode = (compiler, node) => {
  if (node.getChild('external') !== null) {
    return refuseNode(node, 'FUNCTION_EXTERNAL');
  }
  const parameters = compileParameters(compiler, node);
  const bodyNode = childAt(childrenOf(childNamed(node, 'FunctionBody')), 0, node);
  const [body, cost] = priced(compiler, () =>
    within(compiler, nameScope(...parameters.map(({ name }) => name)), () => compiler.compile(bodyNode)),
  );
  return ({ variable }, scope) =>
    feelFunction(parameters, (args, runtime) => {
      charge(runtime, cost);
      return withVariables(runtime, variable, () => body(runtime, { parent: scope, values: [...args] }));
    });
};

interface Arguments {
  readonly positional: readonly Evaluate[];
  /** Null when the arguments are positional. */
  readonly named: readonly (readonly [string, Evaluate])[] | null;
  /** Offset of the call. */
  readonly at: number;
}

const compileArguments = (compiler: Compiler, node: SyntaxNode): Arguments => {
  const named = node.getChild('NamedParameters');
  if (named !== null) {
    const pairs = named.getChildren('NamedParameter').map((each) => {
      const children = childrenOf(each);
      return [nameOf(compiler, childAt(children, 0, each)), compiler.compile(childAt(children, 1, each))] as const;
    });
    return { positional: [], named: pairs, at: node.from };
  }
  const positional = node.getChild('PositionalParameters');
  return {
    positional: positional === null ? [] : childrenOf(positional).map(compiler.compile),
    named: null,
    at: node.from,
  };
};

const evaluateNamed = (runtime: Runtime, scope: Scope | null, pairs: NonNullable<Arguments['named']>) =>
  new Map(pairs.map(([name, evaluate]) => [name, evaluate(runtime, scope)] as const));

const compileBuiltinCall = (name: string, builtin: Builtin, { positional, named, at }: Arguments): Evaluate => {
  if (named !== null) {
    return (runtime, scope) => {
      const given = evaluateNamed(runtime, scope, named);
      runtime.at = at;
      return callBuiltinByName(runtime, name, builtin, given);
    };
  }
  const signatures = inOrder(builtin);
  return (runtime, scope) => {
    const args = positional.map((argument) => argument(runtime, scope));
    runtime.at = at;
    return callBuiltin(runtime, name, signatures, args);
  };
};

const compileValueCall = (label: string, target: Evaluate, { positional, named, at }: Arguments): Evaluate => {
  return (runtime, scope) => {
    const value = target(runtime, scope);
    runtime.at = at;
    if (!isKind(value, 'function')) {
      return warn(runtime, 'FUNCTION_MISSING', { name: label, found: kindOf(value) });
    }
    if (named === null) {
      const args = positional.map((argument) => argument(runtime, scope));
      runtime.at = at;
      return callFunction(runtime, value, args);
    }
    const given = evaluateNamed(runtime, scope, named);
    runtime.at = at;
    const names = [...given.keys()];
    if (!names.every((name) => value.parameters.includes(name))) {
      return warn(runtime, 'ARGUMENTS_WRONG', { name: label, found: names.join(', ') });
    }
    return callFunction(
      runtime,
      value,
      value.parameters.map((name) => given.get(name) ?? null),
    );
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

/** Functions whose second argument is a pattern, with the position of the argument that holds its flags. */
const withPatterns: ReadonlyMap<string, number> = new Map([
  ['matches', 2],
  ['replace', 3],
  ['split', 2],
  ['extract', 2],
]);

/** A literal pattern that can never match is a mistake to tell the author, not a null for the clerk. */
const refuseLiteralPattern = (compiler: Compiler, name: string, node: SyntaxNode): void => {
  const flagsAt = withPatterns.get(name);
  const positional = flagsAt === undefined ? null : node.getChild('PositionalParameters');
  if (flagsAt === undefined || positional === null) return;
  const args = childrenOf(positional);
  const [pattern, flags] = [args[1], args[flagsAt]];
  if (pattern?.name !== 'StringLiteral' || (flags !== undefined && flags.name !== 'StringLiteral')) return;
  const [found, flagText] = [stringOf(compiler, pattern), flags === undefined ? '' : stringOf(compiler, flags)];
  if (!areFlags(flagText)) refuseNode(pattern, 'FLAGS_WRONG', { flags: flagText });
  const made = patternOf(found, flagText);
  if (made === 'wrong') refuseNode(pattern, 'PATTERN_WRONG', { pattern: found });
  if (made !== 'unsupported') return;
  compiler.remarks.push({ text: 'PATTERN_UNSUPPORTED', params: { pattern: found }, offset: pattern.from });
};

/** `sum(1, 2)`, `substring(string: "abc", start position: 2)`, `callback(x)` */
export const compileInvocation: CompileNode = (compiler, node) => {
  const callee = childAt(childrenOf(node), 0, node);
  const args = compileArguments(compiler, node);
  const label = textOf(compiler, callee).replace(/\s+/g, ' ');
  if (callee.name !== 'VariableName') return compileValueCall(label, compiler.compile(callee), args);
  const name = nameOf(compiler, callee);
  const builtin = builtinNamed(name);
  if (builtin === undefined) return compileValueCall(name, resolveName(compiler, name, { at: callee.from }), args);
  refuseLiteralPattern(compiler, name, node);
  const call = compileTemporalCall(compiler, name, node) ?? compileBuiltinCall(name, builtin, args);
  return isBound(compiler, name) ? preferOwn(resolveName(compiler, name), name, [call, args]) : call;
};

/** `{count: 3, all: count(list)}`: a name that the author gave to no function leaves the built-in one alone. */
const preferOwn = (own: Evaluate, name: string, [builtin, args]: readonly [Evaluate, Arguments]): Evaluate => {
  const call = compileValueCall(name, own, args);
  return (runtime, scope) => (isKind(own(runtime, scope), 'function') ? call : builtin)(runtime, scope);
};

/** `date("2024-02-29")`, `duration(x)` and, without parentheses, `@"2024-02-29"`. */
export const compileDateTimeLiteral: CompileNode = (compiler, node) => {
  const first = childAt(childrenOf(node), 0, node);
  if (first.name === 'AtLiteral') return compiler.compile(first);
  const name = nameOf(compiler, first);
  const builtin = builtinNamed(name) ?? refuseNode(node, 'FUNCTION_UNKNOWN', { name });
  const literal = compileTemporalCall(compiler, name, node);
  return literal ?? compileBuiltinCall(name, builtin, compileArguments(compiler, node));
};
