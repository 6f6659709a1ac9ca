import { feelTree, FeelSyntaxError, type FeelNode } from '@irisflow/feel';
import {
  dateType,
  listOf,
  mergeTypes,
  nothingType,
  numberType,
  textType,
  unknownType,
  yesNoType,
  type Field,
  type ValueType,
} from './value-type.ts';

/** What is known of a path at the place of an expression; undefined where nothing is. */
export type LookUp = (path: readonly string[]) => Field | undefined;

type Infer = (node: FeelNode, lookUp: LookUp) => ValueType;

/** Functions whose result is known whatever they get. */
const results: Readonly<Record<string, ValueType>> = {
  ...Object.fromEntries(
    [
      'count',
      'sum',
      'mean',
      'median',
      'number',
      'floor',
      'ceiling',
      'round half up',
      'abs',
      'string length',
      'modulo',
      'decimal',
    ].map((name) => [name, numberType]),
  ),
  ...Object.fromEntries(
    ['string', 'substring', 'upper case', 'lower case', 'replace', 'string join', 'trim'].map((name) => [
      name,
      textType,
    ]),
  ),
  ...Object.fromEntries(
    [
      'not',
      'contains',
      'starts with',
      'ends with',
      'matches',
      'list contains',
      'all',
      'any',
      'is defined',
      'is blank',
    ].map((name) => [name, yesNoType]),
  ),
  today: dateType,
};

const argumentsOf = (node: FeelNode): readonly FeelNode[] =>
  (node.children.find(({ type }) => type === 'PositionalParameters')?.children ?? []).filter(isPart);

const isPart = ({ type }: FeelNode): boolean => /^[A-Z]|^null$/.test(type) && !/Comment$|Op$/.test(type);

/** A name, or a name inside of one: `application.income`; null for anything else. */
export const pathOfNode = (node: FeelNode): readonly string[] | null => {
  if (node.type === 'VariableName') return [node.text.replace(/^`|`$/g, '').replace(/\s+/g, ' ')];
  if (node.type !== 'PathExpression') return null;
  const [base, , name] = node.children;
  const outer = base === undefined ? null : pathOfNode(base);
  return outer === null || name === undefined ? null : [...outer, name.text];
};

const parts = (node: FeelNode): readonly FeelNode[] => node.children.filter(isPart);

const inferAll = (nodes: readonly FeelNode[], lookUp: LookUp): ValueType =>
  nodes.map((node) => infer(node, lookUp)).reduce(mergeTypes, nothingType);

const inferCall: Infer = (node, lookUp) => {
  const name = node.children[0]?.text.replace(/\s+/g, ' ') ?? '';
  if (Object.hasOwn(results, name)) return results[name] ?? unknownType;
  const given = argumentsOf(node);
  if (name === 'get or else' || name === 'min' || name === 'max') return inferAll(given, lookUp);
  if (name === 'concatenate') return inferAll(given, lookUp);
  return unknownType;
};

const inferContext: Infer = (node, lookUp) => {
  const entries = node.children.filter(({ type }) => type === 'ContextEntry');
  const fields = entries.flatMap((entry): Field[] => {
    const [key, value] = parts(entry);
    if (key === undefined || value === undefined) return [];
    // A value that is passed on as it is keeps the words by which it is known.
    const path = pathOfNode(value);
    const label = path === null ? null : (lookUp(path)?.label ?? null);
    return [{ name: key.text.replace(/^"|"$/g, '').trim(), type: infer(value, lookUp), label }];
  });
  return { kind: 'context', fields, isOpen: fields.length < entries.length };
};

const inferPath: Infer = (node, lookUp) => {
  const path = pathOfNode(node);
  return path === null ? unknownType : (lookUp(path)?.type ?? unknownType);
};

const inferFirst: Infer = (node, lookUp) => inferAll(parts(node).slice(0, 1), lookUp);

const byNode: Readonly<Record<string, Infer>> = {
  Expression: inferFirst,
  ParenthesizedExpression: inferFirst,
  FilterExpression: (node, lookUp) => {
    const list = inferFirst(node, lookUp);
    return list.kind === 'list' && parts(node)[1]?.type === 'NumericLiteral' ? list.of : list;
  },
  null: () => nothingType,
  StringLiteral: () => textType,
  NumericLiteral: () => numberType,
  BooleanLiteral: () => yesNoType,
  Comparison: () => yesNoType,
  Conjunction: () => yesNoType,
  Disjunction: () => yesNoType,
  QuantifiedExpression: () => yesNoType,
  InstanceOfExpression: () => yesNoType,
  DateTimeLiteral: ({ text }) => (/^(?:date|today)\s*\(/.test(text) ? dateType : unknownType),
  VariableName: inferPath,
  PathExpression: inferPath,
  List: (node, lookUp) => listOf(inferAll(parts(node), lookUp)),
  IfExpression: (node, lookUp) => inferAll(parts(node).slice(-2), lookUp),
  ArithmeticExpression: (node, lookUp) => {
    const sides = parts(node).map((side) => infer(side, lookUp));
    return sides.every(({ kind }) => kind === 'number') ? (sides[0] ?? unknownType) : unknownType;
  },
  Context: inferContext,
  FunctionInvocation: inferCall,
};

const infer: Infer = (node, lookUp) => byNode[node.type]?.(node, lookUp) ?? unknownType;

/** The same few texts are asked for again whenever a file changes. */
const MAX_TREES = 3000;
const trees = new Map<string, FeelNode | null>();

const treeOf = (source: string): FeelNode | null => {
  const known = trees.get(source);
  if (known !== undefined) return known;
  if (trees.size >= MAX_TREES) trees.clear();
  let tree: FeelNode | null = null;
  try {
    tree = feelTree(source);
  } catch (thrown) {
    if (!(thrown instanceof FeelSyntaxError)) throw thrown;
  }
  trees.set(source, tree);
  return tree;
};

/** The type of what an expression gives, as far as its text tells it. */
export const inferType = (source: string, lookUp: LookUp): Omit<Field, 'name'> => {
  const tree = treeOf(source);
  if (tree === null) return { type: unknownType, label: null };
  const path = tree.children[0] === undefined ? null : pathOfNode(tree.children[0]);
  return { type: infer(tree, lookUp), label: path === null ? null : (lookUp(path)?.label ?? null) };
};
