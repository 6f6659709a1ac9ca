import { feelTree, FeelSyntaxError, type FeelNode } from '@irisflow/feel';
import { pathOfNode } from '@irisflow/names';
import { groupOf, type Group, type Line, type Operator, type Part, type Value } from './condition.ts';

const comparisons: Partial<Readonly<Record<Operator, string>>> = {
  is: '=',
  isNot: '!=',
  isLess: '<',
  isAtMost: '<=',
  isMore: '>',
  isAtLeast: '>=',
};
const operatorOf = new Map(Object.entries(comparisons).map(([operator, sign]) => [sign, operator as Operator]));

/** A text as FEEL writes it: the signs of JSON are those of FEEL too. */
const quoted = (text: string): string => JSON.stringify(text);

const constant = (value: string | number): string => (typeof value === 'number' ? `${value}` : quoted(value));

const valueText = (value: Value): string => {
  switch (value.kind) {
    case 'text':
      return quoted(value.text);
    case 'number':
      return `${value.number}`;
    case 'yesNo':
      return `${value.isYes}`;
    case 'day':
      return `date(${quoted(value.day)})`;
    case 'today':
      return 'today()';
    case 'name':
      return value.name;
    case 'choices':
      return `[${value.choices.map(constant).join(', ')}]`;
  }
};

/** Variables hold days as texts; as such they compare with no date. */
const isDay = ({ value }: Line): boolean => value?.kind === 'day' || value?.kind === 'today';

const lineText = (line: Line): string => {
  const { name, operator, value } = line;
  if (operator === 'isFilled') return `${name} != null`;
  if (operator === 'isEmpty') return `${name} = null`;
  const text = value === null ? 'null' : valueText(value);
  if (operator === 'contains') return `list contains(${name}, ${text})`;
  if (operator === 'lacks') return `not(list contains(${name}, ${text}))`;
  // `a in [1, 2] and b` reads as `a in ([1, 2] and b)`: a call is the same wherever it stands.
  if (operator === 'isOneOf') return `list contains(${text}, ${name})`;
  if (operator === 'isNoneOf') return `not(list contains(${text}, ${name}))`;
  return `${isDay(line) ? `date(${name})` : name} ${comparisons[operator]} ${text}`;
};

const partText = (part: Part): string => {
  if (part.kind === 'line') return lineText(part);
  return part.kind === 'written' || !part.isNegated ? `(${innerText(part)})` : innerText(part);
};

const innerText = (part: Exclude<Part, Line>): string => {
  if (part.kind === 'written') return part.text;
  const text = part.parts.map(partText).join(part.join === 'all' ? ' and ' : ' or ');
  return part.isNegated ? `not(${text})` : text;
};

/** A condition as FEEL, without a leading `=`. A condition without a part is an empty text. */
export const feelOfCondition = (condition: Group): string => {
  const [only] = condition.parts;
  // What stands alone needs no parentheses around it.
  if (only?.kind === 'written' && condition.parts.length === 1 && !condition.isNegated) return only.text;
  return innerText(condition);
};

/** Thrown inside of the parser alone: a part that has no line in words. */
class WithoutWords extends Error {}

const noWords = (): never => {
  throw new WithoutWords();
};

const wordedBy = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof WithoutWords) return null;
    throw thrown;
  }
};

const nameOf = (node: FeelNode | undefined): string => {
  if (node === undefined || node.text.includes('`')) return noWords();
  const path = pathOfNode(node);
  return path === null ? noWords() : path.join('.');
};

const textOf = (node: FeelNode | undefined): string => {
  if (node?.type !== 'StringLiteral') return noWords();
  try {
    return JSON.parse(node.text) as string;
  } catch {
    return noWords();
  }
};

const partsOf = (node: FeelNode): readonly FeelNode[] =>
  node.children.filter(({ type }) => type !== '(' && type !== ')' && type !== '[' && type !== ']' && type !== ',');

const argumentsOf = (node: FeelNode): readonly FeelNode[] => {
  const given = node.children.find(({ type }) => type === 'PositionalParameters');
  return given === undefined ? [] : partsOf(given);
};

/** The arguments of a call of a function; null for anything else. */
const callOf = (node: FeelNode, name: string): readonly FeelNode[] | null => {
  if (node.type !== 'FunctionInvocation' && node.type !== 'DateTimeLiteral') return null;
  return node.children[0]?.text.replace(/\s+/g, ' ') === name ? argumentsOf(node) : null;
};

const numberOf = (node: FeelNode): number => {
  const number = Number(node.text);
  // Digits that a double would lose stay as they are written.
  return Number.isFinite(number) && `${number}` === node.text ? number : noWords();
};

const choiceOf = (node: FeelNode): string | number => (node.type === 'NumericLiteral' ? numberOf(node) : textOf(node));

const dayOf = (node: FeelNode): Value => {
  const today = callOf(node, 'today');
  if (today !== null) return today.length === 0 ? { kind: 'today' } : noWords();
  const [text, ...more] = callOf(node, 'date') ?? noWords();
  const day = more.length === 0 ? textOf(text) : noWords();
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { kind: 'day', day } : noWords();
};

const valueOf = (node: FeelNode): Value => {
  switch (node.type) {
    case 'StringLiteral':
      return { kind: 'text', text: textOf(node) };
    case 'NumericLiteral':
      return { kind: 'number', number: numberOf(node) };
    case 'BooleanLiteral':
      return { kind: 'yesNo', isYes: node.text === 'true' };
    case 'VariableName':
    case 'PathExpression':
      return { kind: 'name', name: nameOf(node) };
    case 'DateTimeLiteral':
    case 'FunctionInvocation':
      return dayOf(node);
    default:
      return noWords();
  }
};

const line = (name: string, operator: Operator, value: Value | null): Line => ({ kind: 'line', name, operator, value });

const membership = (name: FeelNode | undefined, list: FeelNode): Line =>
  list.type === 'List'
    ? line(nameOf(name), 'isOneOf', { kind: 'choices', choices: partsOf(list).map(choiceOf) })
    : noWords();

/** A day is read off a name by `date(name)`, and off nothing else. */
const dated = (left: FeelNode, value: Value): string => {
  const given = callOf(left, 'date');
  const isDated = value.kind === 'day' || value.kind === 'today';
  if (given === null) return isDated ? noWords() : nameOf(left);
  return isDated && given.length === 1 ? nameOf(given[0]) : noWords();
};

const comparison = (node: FeelNode): Line => {
  const [left, sign, right, ...more] = node.children;
  if (left === undefined || sign === undefined || right === undefined || more.length > 0) return noWords();
  if (sign.text === 'in') return membership(left, right.children[0] ?? right);
  const operator = operatorOf.get(sign.text) ?? noWords();
  if (right.type === 'null') {
    if (operator === 'is') return line(nameOf(left), 'isEmpty', null);
    return operator === 'isNot' ? line(nameOf(left), 'isFilled', null) : noWords();
  }
  const value = valueOf(right);
  return line(dated(left, value), operator, value);
};

const containment = ([list, value, ...more]: readonly FeelNode[]): Line => {
  if (list === undefined || value === undefined || more.length > 0) return noWords();
  return list.type === 'List' ? membership(value, list) : line(nameOf(list), 'contains', valueOf(value));
};

const opposites: Partial<Readonly<Record<Operator, Operator>>> = { contains: 'lacks', isOneOf: 'isNoneOf' };

const negation = ([node, ...more]: readonly FeelNode[]): Part => {
  if (node === undefined || more.length > 0) return noWords();
  const part = readPart(node);
  const opposite = part.kind === 'line' ? opposites[part.operator] : undefined;
  if (part.kind === 'line' && opposite !== undefined) return { ...part, operator: opposite };
  if (part.kind === 'group' && !part.isNegated && node.type !== 'ParenthesizedExpression')
    return { ...part, isNegated: true };
  return { ...groupOf([part]), isNegated: true };
};

const joined = (node: FeelNode, join: Group['join']): Part[] => {
  const [left, , right] = node.children;
  if (left === undefined || right === undefined || node.children.length !== 3) return noWords();
  return [...(left.type === node.type ? joined(left, join) : [partOf(left)]), partOf(right)];
};

const call = (node: FeelNode): Part => {
  const contained = callOf(node, 'list contains');
  if (contained !== null) return containment(contained);
  return negation(callOf(node, 'not') ?? noWords());
};

const readPart = (node: FeelNode): Part => {
  switch (node.type) {
    case 'Conjunction':
      return groupOf(joined(node, 'all'), 'all');
    case 'Disjunction':
      return groupOf(joined(node, 'any'), 'any');
    case 'ParenthesizedExpression': {
      const [inner, ...more] = partsOf(node);
      if (inner === undefined || more.length > 0) return noWords();
      return partOf(inner);
    }
    case 'Comparison':
      return comparison(node);
    case 'FunctionInvocation':
      return call(node);
    case 'VariableName':
    case 'PathExpression':
      return line(nameOf(node), 'is', { kind: 'yesNo', isYes: true });
    default:
      return noWords();
  }
};

/** A part of a condition; one that has no line in words stays as it is written. */
const partOf = (node: FeelNode): Part => wordedBy(() => readPart(node)) ?? { kind: 'written', text: node.text };

/** Whether a text is FEEL at all. */
export const isReadable = (text: string): boolean => {
  try {
    feelTree(text);
    return true;
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return false;
    throw thrown;
  }
};

const holdsComment = ({ type, children }: FeelNode): boolean => type.endsWith('Comment') || children.some(holdsComment);

/**
 * The condition that FEEL says, without a leading `=`; null where none of it can be said in words, or where it has a comment,
 * which words would lose. An empty text is a condition without a part.
 */
export const conditionOfFeel = (text: string): Group | null => {
  if (text.trim() === '') return groupOf([]);
  try {
    const tree = feelTree(text);
    const [root, ...more] = tree.children;
    if (root === undefined || more.length > 0 || holdsComment(tree)) return null;
    const part = partOf(root);
    if (part.kind === 'written') return null;
    return part.kind === 'group' && root.type !== 'ParenthesizedExpression' ? part : groupOf([part]);
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return null;
    throw thrown;
  }
};
