import type { Locale } from '@irisflow/texts';

/** A text in every language of the screens. */
export type Words = Readonly<Record<Locale, string>>;

/** A value that may be chosen, and how it is called. */
export interface Choice {
  readonly value: string | number | boolean;
  readonly label: Words;
}

/** Something inside of a value. */
export interface Field {
  readonly name: string;
  readonly type: ValueType;
  /** Null where nobody gave it words. */
  readonly label: Words | null;
}

/** What a name may hold, as far as the files of a procedure say it. Dates are `YYYY-MM-DD`. */
export type ValueType =
  /** `nothing` is null alone: it says nothing against whatever else may be there. */
  | { readonly kind: 'text' | 'yesNo' | 'date' | 'nothing' | 'unknown' }
  | { readonly kind: 'number'; readonly isMoney: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'list'; readonly of: ValueType }
  /** Open: there may be more inside of it than is known. */
  | { readonly kind: 'context'; readonly fields: readonly Field[]; readonly isOpen: boolean };

export const nothingType: ValueType = Object.freeze({ kind: 'nothing' });
export const unknownType: ValueType = Object.freeze({ kind: 'unknown' });
export const textType: ValueType = Object.freeze({ kind: 'text' });
export const numberType: ValueType = Object.freeze({ kind: 'number', isMoney: false });
export const yesNoType: ValueType = Object.freeze({ kind: 'yesNo' });
export const dateType: ValueType = Object.freeze({ kind: 'date' });
export const listOf = (of: ValueType): ValueType => ({ kind: 'list', of });

/** The same words in every language, for what has one name only. */
export const sameWords = (text: string): Words => ({ fr: text, nl: text, en: text });

/** The fields of both; the same list where the right ones say nothing that the left ones do not. */
const mergeFields = (left: readonly Field[], right: readonly Field[]): readonly Field[] => {
  if (left === right) return left;
  const merged = new Map(left.map((field) => [field.name, field]));
  let isSame = true;
  for (const field of right) {
    const known = merged.get(field.name);
    const next = known === undefined ? field : mergeField(known, field);
    if (next === known) continue;
    merged.set(field.name, next);
    isSame = false;
  }
  return isSame ? left : [...merged.values()];
};

const mergeField = (left: Field, right: Field): Field => {
  const type = mergeTypes(left.type, right.type);
  const label = left.label ?? right.label;
  return type === left.type && label === left.label ? left : { ...left, label, type };
};

const mergeChoices = (left: readonly Choice[], right: readonly Choice[]): readonly Choice[] => {
  const known = new Set(left.map(({ value }) => value));
  const more = right.filter(({ value }) => !known.has(value));
  return more.length === 0 ? left : [...left, ...more];
};

type OfKind<Kind extends ValueType['kind']> = Extract<ValueType, { readonly kind: Kind }>;

const mergeLists = (left: OfKind<'list'>, right: OfKind<'list'>): ValueType => {
  const of = mergeTypes(left.of, right.of);
  return of === left.of ? left : listOf(of);
};

const mergeContexts = (left: OfKind<'context'>, right: OfKind<'context'>): ValueType => {
  const fields = mergeFields(left.fields, right.fields);
  const isOpen = left.isOpen || right.isOpen;
  return fields === left.fields && isOpen === left.isOpen ? left : { kind: 'context', fields, isOpen };
};

const mergeSame = (left: ValueType, right: ValueType): ValueType | null => {
  if (left.kind === 'list' && right.kind === 'list') return mergeLists(left, right);
  if (left.kind === 'context' && right.kind === 'context') return mergeContexts(left, right);
  if (left.kind === 'choice' && right.kind === 'choice') {
    const choices = mergeChoices(left.choices, right.choices);
    return choices === left.choices ? left : { kind: 'choice', choices };
  }
  return left.kind === right.kind ? left : null;
};

/** What is known of a value stays known, and there may be more. */
const opened = (type: ValueType): ValueType =>
  type.kind === 'context' && !type.isOpen ? { ...type, isOpen: true } : type;

const mergeUnlike = (left: ValueType, right: ValueType): ValueType => {
  if (left.kind === 'nothing') return right;
  if (right.kind === 'nothing') return left;
  if (left.kind === 'unknown') return opened(right);
  if (right.kind === 'unknown') return opened(left);
  const isText = ({ kind }: ValueType): boolean => kind === 'text' || kind === 'choice';
  return isText(left) && isText(right) ? textType : unknownType;
};

/** What holds a value of one type or of the other. */
export const mergeTypes = (left: ValueType, right: ValueType): ValueType =>
  left === right ? left : (mergeSame(left, right) ?? mergeUnlike(left, right));

/** The part of a type at a path; undefined where it surely has none. */
export const typeAt = (type: ValueType, path: readonly string[]): Field | undefined => {
  const [head, ...rest] = path;
  if (head === undefined) return { name: '', type, label: null };
  // A name of an item read on its list gives the list of those.
  if (type.kind === 'list') {
    const found = typeAt(type.of, path);
    return found === undefined ? undefined : { ...found, type: listOf(found.type) };
  }
  if (type.kind === 'unknown' || type.kind === 'nothing') return { name: head, type: unknownType, label: null };
  if (type.kind !== 'context') return undefined;
  const field = type.fields.find(({ name }) => name === head);
  if (field !== undefined) return rest.length === 0 ? field : typeAt(field.type, rest);
  return type.isOpen ? { name: head, type: unknownType, label: null } : undefined;
};
