import { isInstance } from '../values/conforms.ts';
import { childAt, childNamed, childrenOf } from './compiler.ts';
import type { CompileNode } from './compiler.ts';
import { compileType } from './types.ts';

/** `a instance of list<number>`; null is an instance of nothing but `Null`. */
export const compileInstanceOf: CompileNode = (compiler, node) => {
  const value = compiler.compile(childAt(childrenOf(node), 0, node));
  const type = compileType(compiler, childNamed(node, 'Type'));
  return (runtime, scope) => isInstance(runtime, value(runtime, scope), type);
};
