import type { SyntaxNode } from '@lezer/common';

import type { Evaluate, Runtime, Scope } from '../runtime.ts';
import { warn } from '../warnings.ts';

import { getOwn } from '../values/own.ts';
import type { FeelFunction } from '../values/feel-function.ts';
import { isKind } from '../values/kind-of.ts';
import { builtinFunction } from '../builtins/registry.ts';
import { textOf } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';

/** Name of the value under test inside unary tests. */
export const INPUT = '?';

/** Name as the author means it: without backticks, with single spaces, and spelled as the outside knows it. */
export const nameOf = (compiler: Compiler, node: SyntaxNode): string => {
  const text = textOf(compiler, node);
  if (text.startsWith('`')) return text.slice(1, -1);
  const name = text.replace(/\s+/g, ' ').trim();
  return compiler.knownNames.get(normalizeName(name)) ?? name;
};

/** Form in which two spellings of a name are the same: no spaces around operators, single spaces elsewhere. */
export const normalizeName = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/ ?([-+*/.']) ?/g, '$1')
    .trim();

const scopeAt = (scope: Scope | null, depth: number): Scope | null => {
  let found = scope;
  for (let level = 0; level < depth && found !== null; level += 1) found = found.parent;
  return found;
};

const valueAt = (scope: Scope | null, depth: number, index: number): unknown =>
  scopeAt(scope, depth)?.values[index] ?? null;

const local = (depth: number, index: number): Evaluate => {
  if (depth === 0) return (_, scope) => scope?.values[index] ?? null;
  return (_, scope) => valueAt(scope, depth, index);
};

/** How an expression uses a name. */
interface NameUse {
  /** Offset for the warning when nothing has the name. */
  readonly at: number | null;
  /** The built-in function that the name means when no variable has it. */
  readonly builtin?: FeelFunction | undefined;
  /** Where it stands as a name of a variable. */
  readonly read?: SyntaxNode;
}

const variable =
  (name: string, { at, builtin }: NameUse): Evaluate =>
  (runtime) => {
    const value = runtime.variable(name);
    if (value !== undefined) return value;
    return builtin ?? missing(runtime, name, at);
  };

const missing = (runtime: Runtime, name: string, at: number | null): null => {
  runtime.at = at;
  return warn(runtime, 'VARIABLE_MISSING', { name });
};

/** Value a filtered item gives to a name, or undefined when it leaves the name to the scopes outside. */
const fromItem = (item: unknown, name: string): unknown => {
  const entry = isKind(item, 'context') ? getOwn(item, name) : undefined;
  return entry === undefined && name === 'item' ? item : entry;
};

const throughItem =
  (name: string, depth: number, outside: Evaluate): Evaluate =>
  (runtime, scope) => {
    const value = fromItem(scopeAt(scope, depth)?.values[0], name);
    return value === undefined ? outside(runtime, scope) : value;
  };

/** Whether a name is bound by the expression itself, filters left aside. */
export const isBound = (compiler: Compiler, name: string): boolean =>
  compiler.scopes.some((scope) => scope.kind === 'names' && scope.names.includes(name));

const resolveOutside = (compiler: Compiler, name: string, use: NameUse): Evaluate => {
  if (use.read !== undefined && compiler.scopes.every(({ kind }) => kind === 'names')) {
    const { from, to } = use.read;
    compiler.reads.push({ path: [name], from, to });
  }
  if (name !== 'item' || compiler.scopes.every(({ kind }) => kind === 'names')) compiler.free.add(name);
  return variable(name, use);
};

/** Finds where a name gets its value from: the scopes from inside out, then the variables. */
export const resolveName = (compiler: Compiler, name: string, use: NameUse = { at: null }): Evaluate => {
  const { scopes } = compiler;
  const resolveFrom = (depth: number): Evaluate => {
    const scope = scopes.at(-1 - depth);
    if (depth >= scopes.length || scope === undefined) return resolveOutside(compiler, name, use);
    if (scope.kind === 'item') {
      return name === INPUT ? resolveFrom(depth + 1) : throughItem(name, depth, resolveFrom(depth + 1));
    }
    const index = scope.names.lastIndexOf(name);
    if (index < 0) return resolveFrom(depth + 1);
    scope.used.add(name);
    return local(depth, index);
  };
  return resolveFrom(0);
};

/** Built-in functions that take functions. */
const takers: ReadonlySet<string> = new Set(['sort']);

/**
 * Whether the name of a built-in function means the function here: given to what takes functions, or asked for its type.
 * Anywhere else, as in `date = null` or `is defined(count)`, it is a variable that may be missing.
 */
const meansFunction = (compiler: Compiler, { parent }: SyntaxNode): boolean => {
  if (parent?.name === 'InstanceOfExpression') return true;
  const call = parent === null ? null : callWithArgument(parent);
  if (call === null) return false;
  const name = call.firstChild === null ? '' : nameOf(compiler, call.firstChild);
  return takers.has(name) || builtinFunction(name) === undefined;
};

const callWithArgument = (argument: SyntaxNode): SyntaxNode | null => {
  if (argument.name === 'PositionalParameters') return argument.parent;
  return argument.name === 'NamedParameter' ? (argument.parent?.parent ?? null) : null;
};

/** `amount`, `first name`, or a name in backticks. */
export const compileVariableName: CompileNode = (compiler, node) => {
  const name = nameOf(compiler, node);
  const builtin = meansFunction(compiler, node) ? builtinFunction(name) : undefined;
  return resolveName(compiler, name, { at: node.from, builtin, ...(builtin === undefined ? { read: node } : {}) });
};

/** `?`, the value under test. */
export const compileInput: CompileNode = (compiler) => resolveName(compiler, INPUT);
