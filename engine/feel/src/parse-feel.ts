import { parser } from 'lezer-feel';
import type { SyntaxNode, Tree } from '@lezer/common';

import { builtinNames } from './builtins/registry.ts';
import { forGrammar } from './compile/author-spelling.ts';
import type { Compiler, FeelRead } from './compile/compiler.ts';
import { nameScope, nested, refuseNode } from './compile/compiler.ts';
import { INPUT, normalizeName } from './compile/names.ts';
import { nodeCompilers } from './compile/registry.ts';
import { effortSoFar, startEffort } from './effort.ts';
import { FeelSyntaxError } from './feel-syntax-error.ts';
import { limitNesting } from './limit-nesting.ts';
import { feelLimits } from './limits.ts';
import { meteredNames } from './metered-names.ts';
import type { Evaluate } from './runtime.ts';
import type { FeelRemark, FeelText } from './feel-text.ts';
import type { FeelType } from './values/feel-type.ts';

/** An expression, or the tests in one input cell of a decision table. */
export type FeelSyntax = 'expression' | 'unary-tests';

/** A text that was understood once and can be evaluated any number of times. */
export interface ParsedFeel {
  readonly text: string;
  readonly kind: FeelSyntax;
  /** Names the text takes from outside, sorted. */
  readonly names: readonly string[];
  /** Where it takes them, with what it reads inside of each: `application.income`. What an item of a list may have is not among them. */
  readonly reads: readonly FeelRead[];
  /** What will fail when it runs, for whoever still can mend it. */
  readonly remarks: readonly FeelRemark[];
  /** Steps that it took to read it, about a microsecond each: the same for the same text, whenever it is asked. */
  readonly effort: number;
  readonly evaluate: Evaluate;
}

interface FeelVocabulary {
  readonly names: readonly string[];
  readonly types: ReadonlyMap<string, FeelType>;
}

const tops: Readonly<Record<FeelSyntax, string>> = { expression: 'Expression', 'unary-tests': 'UnaryTests' };

/** The parser wants the names it may meet as one object, values do not matter; plain words it knows by itself. */
const nameTable = (names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => /[^\p{L}\p{N}_]/u.test(name)).map((name) => [name, null]));

const parserFor = (kind: FeelSyntax, names: readonly string[]) =>
  parser.configure({
    top: tops[kind],
    dialect: 'camunda',
    contextTracker: meteredNames(nameTable([...builtinNames, ...names])),
  });

const plainParsers = { expression: parserFor('expression', []), 'unary-tests': parserFor('unary-tests', []) };

/** The cells of one table come with the same list of names; making a parser costs more than using it. */
const namedParsers = new WeakMap<readonly string[], Partial<Record<FeelSyntax, ReturnType<typeof parserFor>>>>();

const namedParser = (kind: FeelSyntax, names: readonly string[]) => {
  const known = namedParsers.get(names) ?? {};
  namedParsers.set(names, known);
  return (known[kind] ??= parserFor(kind, names));
};

const parseTree = (text: string, kind: FeelSyntax, names: readonly string[]): Tree =>
  (names.length === 0 ? plainParsers[kind] : namedParser(kind, names)).parse(text);

/** The tree of a text, errors included; a reading of its own, whose effort nothing before it counts to. */
export const treeOf = (text: string, kind: FeelSyntax): Tree => {
  startEffort();
  return parseTree(forGrammar(text), kind, []);
};

/** The parser gives up on long chains, which nest to the left, without telling what is wrong. */
const isLongChain = ({ topNode, length }: Tree): boolean => {
  let depth = 0;
  for (let node: SyntaxNode | null = topNode; node !== null; node = node.firstChild) depth += 1;
  return length > feelLimits.chainText && depth > feelLimits.chain;
};

const errorAt = (tree: Tree, found: string): FeelText => {
  if (isLongChain(tree)) {
    const params = { limit: `${feelLimits.chain}`, characters: `${feelLimits.chainText}` };
    return { text: 'CHAIN_TOO_LONG', params };
  }
  return found === '' ? { text: 'TEXT_ENDS', params: {} } : { text: 'TEXT_INVALID', params: { found } };
};

const refuseErrors = (tree: Tree, text: string): void => {
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (!type.isError) return;
      const found = from === to ? text.slice(from, from + 20) : text.slice(from, Math.min(to, from + 20));
      throw new FeelSyntaxError(errorAt(tree, found), from);
    },
  });
};

const compileNode = (compiler: Compiler, node: SyntaxNode): Evaluate => {
  const compile = Object.hasOwn(nodeCompilers, node.name) ? nodeCompilers[node.name] : undefined;
  return compile === undefined
    ? refuseNode(node, 'PART_MISSING', { found: node.name })
    : nested(compiler, node, () => compile(compiler, node));
};

const startCompiler = (text: string, kind: FeelSyntax, { names, types }: FeelVocabulary): Compiler => {
  const compiler: Compiler = {
    text,
    scopes: kind === 'unary-tests' ? [nameScope(INPUT)] : [],
    free: new Set(),
    reads: [],
    knownNames: new Map(names.map((name) => [normalizeName(name), name])),
    types,
    remarks: [],
    nodes: 0,
    depth: 0,
    compile: (node) => compileNode(compiler, node),
  };
  return compiler;
};

const rootOf = (tree: Tree, kind: FeelSyntax): SyntaxNode => {
  if (kind === 'unary-tests') return tree.topNode;
  for (let child = tree.topNode.firstChild; child !== null; child = child.nextSibling) {
    if (Object.hasOwn(nodeCompilers, child.name)) return child;
  }
  throw new FeelSyntaxError({ text: 'TEXT_EMPTY', params: {} }, 0);
};

const understand = (text: string, kind: FeelSyntax, vocabulary: FeelVocabulary): ParsedFeel => {
  if (text.length > feelLimits.text) {
    const params = { limit: `${feelLimits.text}`, found: `${text.length}` };
    throw new FeelSyntaxError({ text: 'TEXT_TOO_LONG', params }, feelLimits.text);
  }
  limitNesting(text);
  const tree = parseTree(forGrammar(text), kind, vocabulary.names);
  refuseErrors(tree, text);
  const compiler = startCompiler(text, kind, vocabulary);
  const evaluate = compiler.compile(rootOf(tree, kind));
  compiler.free.delete(INPUT);
  const names = Object.freeze([...compiler.free].toSorted());
  const remarks = Object.freeze(compiler.remarks);
  const reads = Object.freeze(compiler.reads);
  return Object.freeze({ text, kind, names, reads, remarks, effort: effortSoFar(), evaluate });
};

/** The parser builds its tree by recursion: how deep a text may be before that ends depends on what called us. */
const refusalOf = (error: unknown): unknown => {
  if (error instanceof FeelSyntaxError) return new FeelSyntaxError(error, error.offset, effortSoFar());
  if (!(error instanceof RangeError)) return error;
  const tooDeep: FeelText = { text: 'EXPRESSION_TOO_DEEP', params: { limit: `${feelLimits.depth}` } };
  return new FeelSyntaxError(tooDeep, 0, effortSoFar());
};

const parse = (text: string, kind: FeelSyntax, vocabulary: FeelVocabulary): ParsedFeel => {
  startEffort();
  try {
    return understand(text, kind, vocabulary);
  } catch (error) {
    throw refusalOf(error);
  }
};

const CACHE_SIZE = 5_000;
const cache = new Map<string, ParsedFeel>();

const remember = (key: string, parsed: ParsedFeel): ParsedFeel => {
  cache.set(key, parsed);
  const [oldest] = cache.keys();
  if (cache.size > CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  return parsed;
};

const noTypes: FeelVocabulary['types'] = new Map();

/**
 * Parses and compiles a text once; the 5,000 texts used last are remembered. Throws `FeelSyntaxError`.
 *
 * `names` are variables whose names contain keywords or operators, such as `date of birth` or `tax-rate`: without
 * them the grammar cannot tell such a name from an expression. `types` are those the author defined.
 */
export const parseFeel = (
  text: string,
  kind: FeelSyntax,
  names: readonly string[] = [],
  types: FeelVocabulary['types'] = noTypes,
): ParsedFeel => {
  if (types.size > 0) return parse(text, kind, { names, types });
  const key = names.length === 0 ? `${kind}\n${text}` : `${kind}\n${text}\n${JSON.stringify(names)}`;
  const known = cache.get(key);
  if (known === undefined) return remember(key, parse(text, kind, { names, types }));
  cache.delete(key);
  return remember(key, known);
};

/** Names a text takes from outside, sorted: variables, and functions that are not built in. */
export const variableNames = ({ names }: ParsedFeel): readonly string[] => names;
