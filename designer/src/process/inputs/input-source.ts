import { evaluate, feelTree, parseFeel, toJson, type FeelNode, type Json } from '@irisflow/feel';
import { pathOfNode, type ValueType } from '@irisflow/names';

/** How people say what a step gets: always the same in one of these shapes, a value of the case, or a formula. */
export const inputWays = [
  'text',
  'localizedText',
  'number',
  'yesNo',
  'day',
  'choice',
  'choices',
  'items',
  'name',
  'values',
  'formula',
] as const;
export type InputWay = (typeof inputWays)[number];

/** What an input may hold: shapes of the platform's blocks, and those of connectors, which only tell text from the rest. */
export type InputKind =
  | Exclude<InputWay, 'name' | 'formula' | 'yesNo'>
  | 'obligationStep'
  | 'made'
  | 'message'
  | 'caseValue'
  | 'anyText'
  | 'any';

/** The ways that fit what an input holds, the likeliest first. */
export const waysOf: Readonly<Record<InputKind, readonly InputWay[]>> = {
  text: ['text', 'name', 'formula'],
  localizedText: ['localizedText', 'name', 'formula'],
  number: ['number', 'name', 'formula'],
  day: ['name', 'day', 'formula'],
  choice: ['choice', 'name', 'formula'],
  choices: ['choices', 'name', 'formula'],
  items: ['items', 'name', 'formula'],
  obligationStep: ['choice', 'name', 'formula'],
  caseValue: ['name', 'formula'],
  // A key that nobody types: a step made it.
  made: ['name', 'formula'],
  message: ['choice', 'text', 'name', 'formula'],
  values: ['values', 'formula'],
  anyText: ['text', 'name', 'formula'],
  any: ['name', 'text', 'localizedText', 'number', 'yesNo', 'formula'],
};

/** A value of the case that is passed on. */
export interface NamedValue {
  /** By which whoever gets it reads it. */
  readonly key: string;
  /** A dotted path of the case. */
  readonly name: string;
}

export type InputSource =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'constant'; readonly value: Json }
  /** A dotted path of the case. */
  | { readonly kind: 'name'; readonly name: string }
  /** Several of them, each under a key of its own. */
  | { readonly kind: 'values'; readonly values: readonly NamedValue[] }
  /** FEEL without a leading `=`. */
  | { readonly kind: 'formula'; readonly feel: string };

const nothing: InputSource = { kind: 'nothing' };

const literals = new Set(['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'Key']);
const containers = new Set(['Expression', 'List', 'Context', 'ContextEntry']);

/** Whether a part always gives the same: everything else depends on the case or on the day. Brackets are parts too. */
const isLiteral = ({ type, children }: FeelNode): boolean =>
  literals.has(type) || !/^[A-Za-z]/.test(type) || (containers.has(type) && children.every(isLiteral));

const literalOf = (feel: string): Json | undefined => {
  const result = evaluate(parseFeel(feel, 'expression'), { variable: () => undefined, now: 0 });
  return result.ok ? toJson(result.value) : undefined;
};

const nameIn = (root: FeelNode): string | null => {
  const [only] = root.children;
  if (only === undefined || root.children.length !== 1 || root.text.includes('`')) return null;
  return pathOfNode(only)?.join('.') ?? null;
};

const partsOf = ({ children }: FeelNode): readonly FeelNode[] => children.filter(({ type }) => /^[A-Za-z]/.test(type));

const plainKey = /^[A-Za-z_]\w*$/;

const valueIn = (entry: FeelNode): NamedValue | null => {
  const [key, value, ...more] = partsOf(entry);
  const name = value === undefined || value.text.includes('`') ? undefined : pathOfNode(value)?.join('.');
  return key?.type === 'Key' && plainKey.test(key.text) && name !== undefined && more.length === 0
    ? { key: key.text, name }
    : null;
};

/** The values of the case out of which a context is made; null where anything else is in it. */
const valuesIn = (root: FeelNode): readonly NamedValue[] | null => {
  const [context, ...more] = partsOf(root);
  if (context?.type !== 'Context' || more.length > 0) return null;
  const values = partsOf(context).map(valueIn);
  return values.length > 0 && values.every((value) => value !== null) ? values : null;
};

/** What the source of an input says. A text without `=` is taken as it stands, as the engine does. */
export const readSource = (source: string): InputSource => {
  if (source.trim() === '') return nothing;
  if (!/^\s*=/.test(source)) return { kind: 'constant', value: source };
  const feel = source.replace(/^\s*=\s*/, '');
  if (feel.trim() === '' || feel.trim() === 'null') return nothing;
  try {
    const root = feelTree(feel);
    const name = nameIn(root);
    if (name !== null) return { kind: 'name', name };
    const values = valuesIn(root);
    if (values !== null) return { kind: 'values', values };
    const value = isLiteral(root) ? literalOf(feel) : undefined;
    return value === undefined || value === null ? { kind: 'formula', feel } : { kind: 'constant', value };
  } catch {
    return { kind: 'formula', feel };
  }
};

/** The source of an input, which is empty for nothing. Literals of JSON are literals of FEEL. */
export const writeSource = (said: InputSource): string => {
  switch (said.kind) {
    case 'nothing':
      return '';
    case 'constant':
      return `= ${JSON.stringify(said.value)}`;
    case 'name':
      return said.name === '' ? '' : `= ${said.name}`;
    case 'values':
      return said.values.length === 0
        ? ''
        : `= { ${said.values.map(({ key, name }) => `${key}: ${name}`).join(', ')} }`;
    case 'formula':
      return said.feel.trim() === '' ? '' : `= ${said.feel}`;
  }
};

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: Json | undefined): value is string => typeof value === 'string';

const isLocalized = (value: Json): boolean =>
  isRecord(value) &&
  Object.entries(value).every(([key, text]) => (key === 'fr' || key === 'nl' || key === 'en') && isText(text));

const isItem = (value: Json): boolean =>
  isRecord(value) && isText(value['key']) && value['label'] !== undefined && isLocalized(value['label']);

/** Whether a way of saying has a field for a value. */
const fits: Readonly<Record<InputWay, (value: Json) => boolean>> = {
  text: isText,
  localizedText: isLocalized,
  number: (value) => typeof value === 'number',
  yesNo: (value) => typeof value === 'boolean',
  day: (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value),
  choice: isText,
  choices: (value) => Array.isArray(value) && value.every(isText),
  items: (value) => Array.isArray(value) && value.every(isItem),
  name: () => false,
  values: () => false,
  formula: () => false,
};

/** In which of the ways a source is said; null where nothing is said yet. */
export const wayOf = (said: InputSource, ways: readonly InputWay[]): InputWay | null => {
  if (said.kind === 'nothing') return null;
  if (said.kind !== 'constant') return ways.includes(said.kind) ? said.kind : 'formula';
  return ways.find((way) => fits[way](said.value)) ?? 'formula';
};

/** FEEL of what is said, for whoever reads or writes it as a formula. */
export const feelOf = (said: InputSource): string => writeSource(said).replace(/^= /, '');

const typesThatFit: Partial<Readonly<Record<InputKind, readonly ValueType['kind'][]>>> = {
  text: ['text', 'choice'],
  anyText: ['text', 'choice', 'date'],
  choice: ['text', 'choice'],
  obligationStep: ['text', 'choice'],
  made: ['text'],
  message: ['text', 'choice'],
  number: ['number'],
  day: ['date', 'text'],
  choices: ['list'],
  items: ['list'],
  localizedText: ['context'],
};

/** Whether a value of the case may be what an input holds; of many values nobody knows their type. */
export const mayHold = (kind: InputKind, type: ValueType): boolean =>
  type.kind === 'unknown' || (typesThatFit[kind]?.includes(type.kind) ?? true);
