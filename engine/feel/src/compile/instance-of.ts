import { conforms, withoutConstraints } from '../values/conforms.ts';
import { childAt, childNamed, childrenOf } from './compiler.ts';
import type { CompileNode } from './compiler.ts';
import { compileType } from './types.ts';

/** `a instance of list<number>`; null is an instance of nothing but `Null`. */
export const compileInstanceOf: CompileNode = (compiler, node) => {
  const value = compiler.compile(childAt(childrenOf(node), 0, node));
  const type = withoutConstraints(compileType(compiler, childNamed(node, 'Type')));
  const hasNull = type.kind === 'simple' && type.name === 'null';
  return (runtime, scope) => {
    const found = value(runtime, scope);
    return found === null ? hasNull : conforms(runtime, found, type);
  };
};
