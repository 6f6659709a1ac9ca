import { feelTree, FeelSyntaxError, predicateNodes, type FeelNode } from '@irisflow/feel';
import {
  anything,
  comparisonSigns,
  type CellTest,
  type CellTests,
  type ComparisonSign,
  type Operand,
} from './cell-tests.ts';

/** Thrown inside of the reader alone: a part that asks for more than to compare the input with values. */
class OtherwiseWritten extends Error {}

const otherwise = (): never => {
  throw new OtherwiseWritten();
};

const any = (node: FeelNode, is: (node: FeelNode) => boolean): boolean =>
  is(node) || node.children.some((child) => any(child, is));

/** A comment would be lost, and `?` makes a test of what looks like a value. */
const isMoreThanValues = ({ type }: FeelNode): boolean => type.endsWith('Comment') || type === '?';

const textOf = ({ text }: FeelNode): string => {
  try {
    return JSON.parse(text) as string;
  } catch {
    return otherwise();
  }
};

const day = /^(?:date\(\s*"(\d{4}-\d{2}-\d{2})"\s*\)|@"(\d{4}-\d{2}-\d{2})")$/;

/** A value that the author wrote down, or an expression for one. */
export const readOperand = (node: FeelNode): Operand => {
  const dated = day.exec(node.text);
  if (dated !== null) return { kind: 'day', day: dated[1] ?? dated[2] ?? '' };
  switch (node.type) {
    case 'NumericLiteral':
      return { kind: 'number', text: node.text.replaceAll(' ', '') };
    case 'StringLiteral':
      return { kind: 'text', text: textOf(node) };
    case 'BooleanLiteral':
      return { kind: 'yesNo', isYes: node.text === 'true' };
    case 'null':
      return { kind: 'nothing' };
    default:
      return { kind: 'expression', text: node.text };
  }
};

const isSign = (text: string): text is ComparisonSign => comparisonSigns.some((sign) => sign === text);

const readInterval = ({ children }: FeelNode): CellTest => {
  const [open, from, , to, close] = children;
  if (open === undefined || from === undefined || to === undefined || close === undefined) return otherwise();
  return {
    kind: 'between',
    from: readOperand(from),
    to: readOperand(to),
    hasFrom: open.text === '[',
    hasTo: close.text === ']',
  };
};

/** What is a test by itself wherever it stands, and no value to be equal to; what is inside brackets may be one. */
const isTest = ({ type }: FeelNode): boolean =>
  predicateNodes.has(type) || type === 'ParenthesizedExpression' || type === 'List';

const readTest = (test: FeelNode): CellTest => {
  const [node, ...more] = test.children;
  if (node === undefined || more.length > 0) return otherwise();
  if (node.type !== 'SimplePositiveUnaryTest')
    return isTest(node) ? otherwise() : { kind: 'compared', sign: '=', operand: readOperand(node) };
  const [first, second] = node.children;
  if (first?.type === 'Interval') return readInterval(first);
  if (first?.type !== 'CompareOp' || second === undefined || !isSign(first.text)) return otherwise();
  return { kind: 'compared', sign: first.text, operand: readOperand(second) };
};

const readTests = (node: FeelNode | undefined): readonly CellTest[] =>
  node?.type === 'PositiveUnaryTests' ? node.children.filter(({ type }) => type !== ',').map(readTest) : otherwise();

const readRoot = (root: FeelNode): CellTests => {
  if (any(root, isMoreThanValues)) return otherwise();
  const [first] = root.children;
  if (first?.type === 'Wildcard') return anything;
  if (first?.type !== 'not') return { isNegated: false, tests: readTests(first) };
  return { isNegated: true, tests: readTests(root.children.find(({ type }) => type === 'PositiveUnaryTests')) };
};

/** What an input cell asks; null where it is more than to compare with values, or no FEEL at all. */
export const readCell = (text: string): CellTests | null => {
  if (text.trim() === '') return anything;
  try {
    return readRoot(feelTree(text, 'unary-tests'));
  } catch (thrown) {
    if (thrown instanceof OtherwiseWritten || thrown instanceof FeelSyntaxError) return null;
    throw thrown;
  }
};

/** The value that a text of FEEL writes down; null for a text that is no FEEL, or nothing at all. */
export const readValue = (text: string): Operand | null => {
  if (text.trim() === '') return null;
  try {
    const [node, ...more] = feelTree(text).children;
    return node === undefined || more.length > 0 ? { kind: 'expression', text } : readOperand(node);
  } catch (thrown) {
    if (thrown instanceof OtherwiseWritten) return { kind: 'expression', text };
    if (thrown instanceof FeelSyntaxError) return null;
    throw thrown;
  }
};
