import type { SyntaxNode } from '@lezer/common';
import { parseFeel, treeOf, type FeelSyntax } from './parse-feel.ts';

/** A part of a text as the grammar reads it; a comment is a part of its own. */
export interface FeelNode {
  /** The name of the grammar: `Comparison`, `PathExpression`, `StringLiteral`. */
  readonly type: string;
  readonly text: string;
  /** Offsets into the whole text. */
  readonly from: number;
  readonly to: number;
  readonly children: readonly FeelNode[];
}

const nodeOf = (node: SyntaxNode, text: string): FeelNode => {
  const children: FeelNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(nodeOf(child, text));
  return { type: node.name, text: text.slice(node.from, node.to), from: node.from, to: node.to, children };
};

/** A text as a tree, for whoever shows or rewrites it; the root is `Expression` or `UnaryTests`. Throws `FeelSyntaxError`. */
export const feelTree = (text: string, kind: FeelSyntax = 'expression'): FeelNode => {
  parseFeel(text, kind);
  return nodeOf(treeOf(text, kind).topNode, text);
};
