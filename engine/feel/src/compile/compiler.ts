import type { SyntaxNode } from '@lezer/common';

import { FeelSyntaxError } from '../feel-syntax-error.ts';
import { feelLimits } from '../limits.ts';
import type { Evaluate } from '../runtime.ts';
import type { FeelParams, FeelRemark, FeelTextCode } from '../feel-text.ts';
import type { FeelType } from '../values/feel-type.ts';

/** Names bound by a part of an expression, in the order of the values of the run-time scope. */
export interface NameScope {
  readonly kind: 'names';
  readonly names: string[];
  /** Names something inside refers to. */
  readonly used: Set<string>;
}

/** The item of a filter: which names it binds is known only when it is there. */
export interface ItemScope {
  readonly kind: 'item';
}

/** Something that an expression takes from outside. */
export interface FeelRead {
  /** A variable, and the names inside of it. */
  readonly path: readonly string[];
  /** Offsets into the text. */
  readonly from: number;
  readonly to: number;
}

/** What one expression needs while it is compiled. */
export interface Compiler {
  readonly text: string;
  /** Innermost scope last; parallel to the chain of run-time scopes. */
  readonly scopes: (NameScope | ItemScope)[];
  /** Names that must come from outside. */
  readonly free: Set<string>;
  /** Where they are taken, in the order of the text. */
  readonly reads: FeelRead[];
  /** Known names that contain operators or keywords, from their normalized form to the real one. */
  readonly knownNames: ReadonlyMap<string, string>;
  /** Types the author may name beside the built-in ones. */
  readonly types: ReadonlyMap<string, FeelType>;
  /** What is allowed, and will fail when it runs. */
  readonly remarks: FeelRemark[];
  /** Nodes compiled so far; differences tell what a loop's body costs. */
  nodes: number;
  depth: number;
  readonly compile: (node: SyntaxNode) => Evaluate;
}

/** Turns one kind of node into a closure. */
export type CompileNode = (compiler: Compiler, node: SyntaxNode) => Evaluate;

/** Makes a scope of names. */
export const nameScope = (...names: string[]): NameScope => ({ kind: 'names', names, used: new Set() });

/** Compiles something inside one more scope. */
export const within = <Result>(compiler: Compiler, scope: NameScope | ItemScope, run: () => Result): Result => {
  compiler.scopes.push(scope);
  try {
    return run();
  } finally {
    compiler.scopes.pop();
  }
};

/** Compiles something and answers it with the number of nodes it took. */
export const priced = <Result>(compiler: Compiler, run: () => Result): readonly [Result, number] => {
  const before = compiler.nodes;
  const result = run();
  return [result, 1 + compiler.nodes - before];
};

/** Compiles one level deeper, within the limit of depth. */
export const nested = <Result>(compiler: Compiler, node: SyntaxNode, run: () => Result): Result => {
  compiler.depth += 1;
  compiler.nodes += 1;
  if (compiler.depth > feelLimits.depth) {
    refuseNode(node, 'EXPRESSION_TOO_DEEP', { limit: `${feelLimits.depth}` });
  }
  try {
    return run();
  } finally {
    compiler.depth -= 1;
  }
};

/** Text of a node. */
export const textOf = ({ text }: Pick<Compiler, 'text'>, { from, to }: SyntaxNode): string => text.slice(from, to);

const isComment = ({ name }: SyntaxNode): boolean => name === 'LineComment' || name === 'BlockComment';

/** Children of a node without comments. */
export const childrenOf = (node: SyntaxNode): SyntaxNode[] => {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!isComment(child)) children.push(child);
  }
  return children;
};

/** Refuses a node the grammar lets through. */
export const refuseNode = (node: SyntaxNode, text: FeelTextCode, params: FeelParams = {}): never => {
  throw new FeelSyntaxError({ text, params }, node.from);
};

/** Child at a position; the grammar guarantees it, so its absence is a syntax error at the parent. */
export const childAt = (children: readonly SyntaxNode[], index: number, parent: SyntaxNode): SyntaxNode =>
  children[index] ?? refuseNode(parent, 'PART_MISSING', { found: parent.name });

/** Child of a kind; see `childAt`. */
export const childNamed = (node: SyntaxNode, name: string): SyntaxNode =>
  node.getChild(name) ?? refuseNode(node, 'PART_MISSING', { found: node.name });
