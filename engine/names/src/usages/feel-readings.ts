import { feelTree, FeelSyntaxError, type FeelNode, type FeelSyntax } from '@irisflow/feel';
import { roots, type Reading, type Span } from './mention.ts';

/** What a name stands for where an expression is read; null for one that is nothing but local. */
export type Locals = ReadonlyMap<string, readonly string[] | null>;

interface Read extends Reading {
  readonly outer?: Reading;
}

/** A part of what an expression gives, and which path it is taken from. */
export interface Given {
  readonly at: readonly string[];
  readonly path: readonly string[];
}

export interface FeelReadings {
  readonly reads: readonly Read[];
  readonly given: readonly Given[];
  /** Texts that the expression may give as they are. */
  readonly texts: readonly { readonly text: string; readonly span: Span }[];
}

interface Walk {
  readonly locals: Locals;
  /** The item of the filter that one is in. */
  readonly item: readonly string[] | null;
  readonly reads: Read[];
}

const nothing: FeelReadings = { reads: [], given: [], texts: [] };

const isPart = ({ type }: FeelNode): boolean => /^[A-Z]|^null$/.test(type) && !/Comment$|Op$/.test(type);
const parts = ({ children }: FeelNode): readonly FeelNode[] => children.filter(isPart);
const nameOf = ({ text }: FeelNode): string => text.replaceAll('`', '').replaceAll(/\s+/g, ' ');

/** Without the back quotes around it. */
const spanOf = ({ text, from, to }: FeelNode): Span =>
  text.startsWith('`') ? { from: from + 1, to: to - 1 } : { from, to };

const withoutSpans = (path: readonly string[]): Reading => ({ path, spans: path.map(() => null) });

const inside = ({ path, spans }: Reading, node: FeelNode): Reading => ({
  path: [...path, nameOf(node)],
  spans: [...spans, spanOf(node)],
});

/** What another decision answers is read by its id; any other local stands for a path that is spelled elsewhere. */
const localReading = (path: readonly string[], node: FeelNode): Reading => {
  const { spans } = withoutSpans(path);
  const isById = path[0] === roots.decision && path.length === 2 && path[1] === nameOf(node);
  return { path, spans: isById ? [null, spanOf(node)] : spans };
};

const readName = (node: FeelNode, { locals, item }: Walk): Read[] => {
  const name = nameOf(node);
  const local = locals.get(name);
  if (local === null) return [];
  const plain = local === undefined ? { path: [name], spans: [spanOf(node)] } : localReading(local, node);
  if (item === null || name === 'item') return [name === 'item' && item !== null ? withoutSpans(item) : plain];
  return [{ ...inside(withoutSpans(item), node), outer: plain }];
};

const withLocals = (walk: Walk, more: Iterable<readonly [string, readonly string[] | null]>): Walk => ({
  ...walk,
  locals: new Map([...walk.locals, ...more]),
});

/** Functions that give entries of what they get, or it itself. */
const passing = new Set([
  'get or else',
  'concatenate',
  'sort',
  'distinct values',
  'flatten',
  'reverse',
  'append',
  'remove',
  'sublist',
  'insert before',
  'union',
  'partition',
]);

type Visit = (node: FeelNode, walk: Walk) => readonly Read[];

const visitAll = (nodes: readonly FeelNode[], walk: Walk): readonly Read[] =>
  nodes.flatMap((node) => visit(node, walk));

const visitNested = (node: FeelNode, walk: Walk): readonly Read[] => {
  visitAll(parts(node), walk);
  return [];
};

/** A path is noted whole: what is in front of a dot is not a reading of its own. */
const visitPath: Visit = (node, walk) => {
  const [base, name] = parts(node);
  if (base === undefined || name === undefined) return [];
  const before = walk.reads.length;
  const reads = visit(base, walk).map((read): Read => {
    const { outer } = read;
    return { ...inside(read, name), ...(outer !== undefined && { outer: inside(outer, name) }) };
  });
  if (base.type === 'VariableName' || base.type === 'PathExpression') walk.reads.splice(before);
  walk.reads.push(...reads);
  return reads;
};

const visitLoop: Visit = (node, walk) => {
  const [heads, ...bodies] = parts(node);
  const inner = (heads === undefined ? [] : parts(heads)).reduce((around, head) => {
    const [name, list] = parts(head);
    if (name === undefined || list === undefined) return around;
    const [entry] = visit(list, around);
    return withLocals(around, [[nameOf(name), entry?.path ?? null]]);
  }, walk);
  const given = visitAll(bodies, inner);
  return node.type === 'ForExpression' ? given : [];
};

const visitFilter: Visit = (node, walk) => {
  const [list, condition] = parts(node);
  if (list === undefined || condition === undefined) return [];
  const reads = visit(list, walk);
  visit(condition, { ...walk, item: reads[0]?.path ?? walk.item });
  return reads;
};

const parametersOf = (node: FeelNode): readonly string[] =>
  parts(node)
    .flatMap((one) => (one.type === 'FormalParameters' ? parts(one) : []))
    .map((one) => nameOf(parts(one)[0] ?? one));

const visitFunction = (node: FeelNode, walk: Walk, entry: readonly string[] | null): void => {
  const inner = withLocals(
    walk,
    parametersOf(node).map((name) => [name, entry] as const),
  );
  visitAll(
    parts(node).filter(({ type }) => type === 'FunctionBody'),
    inner,
  );
};

const visitCall: Visit = (node, walk) => {
  const [called, given] = parts(node);
  const name = called === undefined ? '' : nameOf(called);
  const list = given === undefined ? [] : parts(given);
  const [first, ...rest] = list;
  if (first === undefined) return [];
  const reads = visit(first, walk);
  const others = rest.flatMap((node_) => {
    if (node_.type !== 'FunctionDefinition') return visit(node_, walk);
    visitFunction(node_, walk, name === 'sort' ? (reads[0]?.path ?? null) : null);
    return [];
  });
  return passing.has(name) ? [...reads, ...others] : [];
};

const visitContext: Visit = (node, walk) => {
  let inner = walk;
  for (const entry of parts(node)) {
    const [key, value] = parts(entry);
    if (key === undefined || value === undefined) continue;
    const [read] = visit(value, inner);
    inner = withLocals(inner, [[nameOf(key), read?.path ?? null]]);
  }
  return [];
};

const byType: Readonly<Record<string, Visit>> = {
  VariableName: (node, walk) => {
    const reads = readName(node, walk);
    walk.reads.push(...reads);
    return reads;
  },
  PathExpression: visitPath,
  FilterExpression: visitFilter,
  ForExpression: visitLoop,
  QuantifiedExpression: visitLoop,
  FunctionInvocation: visitCall,
  FunctionDefinition: (node, walk) => {
    visitFunction(node, walk, null);
    return [];
  },
  Context: visitContext,
  Expression: (node, walk) => visitAll(parts(node), walk),
  IterationContext: (node, walk) => visitAll(parts(node), walk),
  FunctionBody: (node, walk) => visitAll(parts(node), walk),
  ParenthesizedExpression: (node, walk) => visitAll(parts(node), walk),
  List: (node, walk) => visitAll(parts(node), walk),
  NamedParameter: (node, walk) => visitAll(parts(node).slice(1), walk),
  IfExpression: (node, walk) => {
    const [condition, ...branches] = parts(node);
    if (condition !== undefined) visit(condition, walk);
    return visitAll(branches, walk);
  },
};

const visit: Visit = (node, walk) => (byType[node.type] ?? visitNested)(node, walk);

/** What an expression gives of what it reads, by the names of the contexts that it makes. */
const givenOf = (node: FeelNode, walk: Walk, at: readonly string[]): Given[] => {
  if (node.type === 'Expression' || node.type === 'ParenthesizedExpression')
    return parts(node).flatMap((one) => givenOf(one, walk, at));
  if (node.type === 'Context')
    return parts(node).flatMap((entry) => {
      const [key, value] = parts(entry);
      if (key === undefined || value === undefined) return [];
      return givenOf(value, walk, [...at, nameOf(key).replaceAll('"', '')]);
    });
  return visit(node, { ...walk, reads: [] }).map(({ path }) => ({ at, path }));
};

/** Texts in the places that an expression gives: a condition that compares with the same text says something else. */
const textsOf = (node: FeelNode): FeelReadings['texts'] => {
  if (node.type === 'StringLiteral')
    return [{ text: node.text.slice(1, -1), span: { from: node.from + 1, to: node.to - 1 } }];
  if (node.type === 'IfExpression') return parts(node).slice(1).flatMap(textsOf);
  return ['Expression', 'ParenthesizedExpression', 'List'].includes(node.type) ? parts(node).flatMap(textsOf) : [];
};

/** The same texts are read again whenever something else of a procedure changes. */
const MAX_TREES = 20_000;
const trees = new Map<string, FeelNode | null>();

const treeOf = (source: string, kind: FeelSyntax): FeelNode | null => {
  const known = trees.get(`${kind} ${source}`);
  if (known !== undefined) return known;
  let tree: FeelNode | null = null;
  try {
    tree = feelTree(source, kind);
  } catch (thrown) {
    if (!(thrown instanceof FeelSyntaxError)) throw thrown;
  }
  if (trees.size >= MAX_TREES) trees.clear();
  trees.set(`${kind} ${source}`, tree);
  return tree;
};

/** The paths that a text of FEEL reads, by its tree; nothing where it cannot be read. */
export const feelReadings = (source: string, locals: Locals, kind: FeelSyntax = 'expression'): FeelReadings => {
  const tree = treeOf(source, kind);
  if (tree === null) return nothing;
  const walk: Walk = { locals, item: null, reads: [] };
  visit(tree, walk);
  return { reads: walk.reads, given: givenOf(tree, walk, []), texts: textsOf(tree) };
};
