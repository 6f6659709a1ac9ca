import type { SyntaxNode } from '@lezer/common';

import { builtinType } from '../values/feel-type.ts';
import type { FeelType } from '../values/feel-type.ts';
import { childAt, childNamed, childrenOf, refuseNode, textOf } from './compiler.ts';
import type { Compiler } from './compiler.ts';
import { nameOf } from './names.ts';

const namedType = (compiler: Compiler, node: SyntaxNode): FeelType => {
  const name = textOf(compiler, node).replace(/\s+/g, ' ');
  const known = compiler.types.get(name) ?? builtinType(name);
  return known ?? refuseNode(node, 'TYPE_UNKNOWN', { name });
};

const contextType = (compiler: Compiler, node: SyntaxNode): FeelType => ({
  kind: 'context',
  entries: (node.getChild('ContextEntryTypes')?.getChildren('ContextEntryType') ?? []).map((entry) => {
    const children = childrenOf(entry);
    return [nameOf(compiler, childAt(children, 0, entry)), compileType(compiler, childAt(children, 1, entry))] as const;
  }),
});

const functionType = (compiler: Compiler, node: SyntaxNode): FeelType => {
  const parameters = node.getChild('ArgumentTypes')?.getChildren('ArgumentType') ?? [];
  return {
    kind: 'function',
    parameters: parameters.map((each) => compileType(compiler, childNamed(each, 'Type'))),
    result: compileType(compiler, childNamed(node, 'Type')),
  };
};

/** The grammar knows no `range<...>`; see `forGrammar`. */
const listType = (compiler: Compiler, node: SyntaxNode): FeelType => {
  const item = compileType(compiler, childNamed(node, 'Type'));
  return textOf(compiler, node).startsWith('range') ? { kind: 'range', end: item } : { kind: 'list', item };
};

/** Reads a type such as `number`, `list<string>`, `context<a: number>` or `function<number>->string`. */
export const compileType = (compiler: Compiler, node: SyntaxNode): FeelType => {
  const child = node.name === 'Type' ? childAt(childrenOf(node), 0, node) : node;
  switch (child.name) {
    case 'ListType':
      return listType(compiler, child);
    case 'ContextType':
      return contextType(compiler, child);
    case 'FunctionType':
      return functionType(compiler, child);
    default:
      return namedType(compiler, child);
  }
};
