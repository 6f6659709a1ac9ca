import type { SyntaxNode } from '@lezer/common';

import { kindOf } from '../values/kind-of.ts';
import type { FeelKind, ValueOf } from '../values/kind-of.ts';
import { getOwn } from '../values/own.ts';
import { childAt, childNamed, childrenOf, refuseNode, textOf } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { nameOf } from './names.ts';

type Check = (value: unknown) => boolean;

const kinds: Readonly<Record<string, FeelKind>> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  list: 'list',
  context: 'context',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  'days and time duration': 'days and time duration',
  'years and months duration': 'years and months duration',
  range: 'range',
  function: 'function',
};

const checkNamed = (node: SyntaxNode, name: string): Check => {
  if (name === 'Any' || name === 'any') return (value) => value !== null;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) return refuseNode(node, `Expected a FEEL type, but found "${name}".`);
  return (value) => kindOf(value) === kind;
};

const checkList = (compiler: Compiler, node: SyntaxNode): Check => {
  const item = compileType(compiler, childNamed(node, 'Type'));
  return (value) => kindOf(value) === 'list' && (value as ValueOf['list']).every(item);
};

const checkContext = (compiler: Compiler, node: SyntaxNode): Check => {
  const entries = (node.getChild('ContextEntryTypes')?.getChildren('ContextEntryType') ?? []).map((entry) => {
    const children = childrenOf(entry);
    return [nameOf(compiler, childAt(children, 0, entry)), compileType(compiler, childAt(children, 1, entry))] as const;
  });
  return (value) =>
    kindOf(value) === 'context' &&
    entries.every(([name, check]) => check(getOwn(value as ValueOf['context'], name) ?? null));
};

const compileType = (compiler: Compiler, node: SyntaxNode): Check => {
  const child = node.name === 'Type' ? childAt(childrenOf(node), 0, node) : node;
  switch (child.name) {
    case 'ListType':
      return checkList(compiler, child);
    case 'ContextType':
      return checkContext(compiler, child);
    case 'FunctionType':
      return checkNamed(child, 'function');
    default:
      return checkNamed(child, textOf(compiler, child).replace(/\s+/g, ' '));
  }
};

/** `a instance of list<number>`; null is an instance of nothing. */
export const compileInstanceOf: CompileNode = (compiler, node) => {
  const value = compiler.compile(childAt(childrenOf(node), 0, node));
  const check = compileType(compiler, childNamed(node, 'Type'));
  return (runtime, scope) => check(value(runtime, scope));
};
